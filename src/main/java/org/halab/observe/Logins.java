package org.halab.observe;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.halab.stack.Login;

/**
 * What the files of a project give as a user's password. Where the files of its nodes give several,
 * the database has the one of the node that made it, and which one that was is found by trying.
 */
public final class Logins {
  /** As PostgreSQL says that it was the wrong one. */
  private static final String WRONG_PASSWORD = "28P01";

  private final List<Login> all;
  private volatile Login right;

  /**
   * @param all at least one
   */
  public Logins(List<Login> all) {
    this.all = all.stream().distinct().toList();
    this.right = this.all.get(0);
  }

  /** Connects with one login. */
  @FunctionalInterface
  interface Attempt<T> {
    T with(Login login) throws SQLException;
  }

  /** The one that was right last is tried first; the others only where its password is wrong. */
  <T> T connect(Attempt<T> attempt) throws SQLException {
    Login first = right;
    List<Login> inOrder = Stream.concat(Stream.of(first), all.stream()).distinct().toList();
    SQLException wrong = null;
    for (Login login : inOrder) {
      try {
        T connection = attempt.with(login);
        right = login;
        return connection;
      } catch (SQLException e) {
        if (!WRONG_PASSWORD.equals(e.getSQLState())) {
          throw e;
        }
        wrong = e;
      }
    }
    throw wrong;
  }
}

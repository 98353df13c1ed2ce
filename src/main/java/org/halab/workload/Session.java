package org.halab.workload;

import java.sql.Connection;
import java.sql.SQLException;
import org.halab.observe.Sql;

/** A connection that a client keeps while it works, and makes anew after a failure. */
final class Session {
  private final Sql sql;
  private volatile Connection connection;

  Session(Sql sql) {
    this.sql = sql;
  }

  /** Whether there is a connection, as far as the client knows. */
  boolean open() {
    return connection != null;
  }

  /** The connection; a new one if there is none. */
  Connection connection() throws SQLException {
    Connection kept = connection;
    if (kept == null) {
      kept = sql.connect();
      connection = kept;
    }
    return kept;
  }

  /** What is broken already need not be closed in order. */
  void disconnect() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        // it is broken already
      }
    }
  }
}

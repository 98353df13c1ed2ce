package org.halab.observe;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.halab.domain.Table;
import org.halab.stack.Login;

/** A PostgreSQL client; each statement has a connection of its own. */
public final class Sql {
  /** To connect, and for each answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(4);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Of clients that have another way to go when one is silent. */
  public static final Duration SHORT_TIMEOUT = Duration.ofSeconds(2);

  static {
    SaltedPasswords.remember();
  }

  private final Supplier<String> target;
  private final Logins logins;
  private final int timeout;
  private final int ways;
  private final String options;
  private final boolean abrupt;

  public Sql(Supplier<InetSocketAddress> address, Login login) {
    this(address, new Logins(List.of(login)));
  }

  public Sql(Supplier<InetSocketAddress> address, Logins logins) {
    this(() -> url(List.of(address.get())), logins, (int) TIMEOUT.toSeconds(), 1, "", false);
  }

  private Sql(
      Supplier<String> target,
      Logins logins,
      int timeout,
      int ways,
      String options,
      boolean abrupt) {
    this.target = target;
    this.logins = logins;
    this.timeout = timeout;
    this.ways = ways;
    this.options = options;
    this.abrupt = abrupt;
  }

  /**
   * A client that knows several ways to the same database, and takes the first that works. The
   * driver passes over one that failed for ten seconds.
   *
   * @param addresses those that are open now
   * @param ways how many there are at most
   * @see <a href="https://jdbc.postgresql.org/documentation/use/#connection-fail-over">Connection
   *     fail-over</a>
   */
  public static Sql byAnyOf(Supplier<List<InetSocketAddress>> addresses, int ways, Logins logins) {
    return new Sql(
        () -> url(addresses.get()), logins, (int) SHORT_TIMEOUT.toSeconds(), ways, "", false);
  }

  /**
   * A client that finds the leader by itself: the driver asks the nodes one after the other which
   * one takes writes. It asks again after a second; by its default it would go for ten by what it
   * was told before.
   *
   * @see <a href="https://jdbc.postgresql.org/documentation/use/#connection-fail-over">Connection
   *     fail-over</a>
   */
  public static Sql primaryOf(List<InetSocketAddress> nodes, Logins logins) {
    String url = url(nodes) + "?targetServerType=primary&hostRecheckSeconds=1";
    return new Sql(() -> url, logins, (int) TIMEOUT.toSeconds(), 1, "", false);
  }

  /** What a driver is given to connect to the first of these that it can. */
  public static String url(List<InetSocketAddress> addresses) {
    return addresses.stream()
        .map(at -> at.getHostString() + ":" + at.getPort())
        .collect(Collectors.joining(",", "jdbc:postgresql://", "/postgres"));
  }

  /**
   * The same client for what a run cannot do without: on a machine with too little processor time a
   * server that is well may not let anybody in for longer than {@link #TIMEOUT}.
   */
  public Sql patient() {
    return patientFor((int) PATIENCE.toSeconds());
  }

  /** The same client with another patience. */
  public Sql patientFor(int seconds) {
    return new Sql(target, logins, seconds, ways, options, abrupt);
  }

  /** The same client, which resets its connections when it gives them up. */
  public Sql abrupt() {
    return new Sql(target, logins, timeout, ways, options, true);
  }

  /** The same client, whose refused statements are not written into the server's log. */
  public Sql unlogged() {
    return new Sql(
        target,
        logins,
        timeout,
        ways,
        "-c log_min_messages=panic -c log_min_error_statement=panic",
        abrupt);
  }

  /**
   * Opens a connection that gives up on a silent server after four seconds, or what was asked for,
   * whatever it waits for; where there are several ways, on each of them after two.
   */
  public Connection connect() throws SQLException {
    String url = target.get();
    return logins.connect(login -> DriverManager.getConnection(url, properties(login)));
  }

  private Properties properties(Login login) {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("connectTimeout", String.valueOf(timeout));
    properties.setProperty("loginTimeout", String.valueOf(timeout * ways));
    properties.setProperty("socketTimeout", String.valueOf(timeout));
    properties.setProperty("cancelSignalTimeout", String.valueOf(timeout));
    properties.setProperty("ApplicationName", "lab client");
    properties.setProperty("options", options);
    if (abrupt) {
      properties.setProperty("socketFactory", AbruptSockets.class.getName());
    }
    // Fewer questions before the first answer: reconnecting is part of what is measured.
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("assumeMinServerVersion", "15");
    return properties;
  }

  /** The rows that a query returns, each value as PostgreSQL writes it. */
  public Table query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData meta = result.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnLabel(i));
      }
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          String value = result.getString(i);
          row.add(value == null ? "null" : value);
        }
        rows.add(row);
      }
      return new Table(columns, rows);
    }
  }

  /** Runs a statement that returns no rows. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

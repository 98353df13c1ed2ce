package org.halab.observe;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.halab.domain.Table;

/** A PostgreSQL client with the guide's user; each statement has a connection of its own. */
public final class Sql {
  private static final String TIMEOUT_SECONDS = "4";

  private final Supplier<InetSocketAddress> address;

  public Sql(Supplier<InetSocketAddress> address) {
    this.address = address;
  }

  /**
   * Opens a connection that gives up on a silent server after four seconds, whatever it waits for.
   */
  public Connection connect() throws SQLException {
    InetSocketAddress at = address.get();
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", "postgres");
    properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
    properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
    properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
    properties.setProperty("cancelSignalTimeout", TIMEOUT_SECONDS);
    properties.setProperty("ApplicationName", "lab client");
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/postgres".formatted(at.getHostString(), at.getPort()), properties);
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

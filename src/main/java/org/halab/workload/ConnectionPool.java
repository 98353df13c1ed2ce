package org.halab.workload;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A pool of connections in an application: HikariCP as it is by default, but for where it leads.
 */
public final class ConnectionPool implements Arrivals.Connector, AutoCloseable {
  private final HikariDataSource pool;

  /**
   * @param url what the driver is given
   */
  public ConnectionPool(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    pool = new HikariDataSource(config);
  }

  /** One of its connections; closing it gives it back. */
  @Override
  public Connection connect() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void close() {
    pool.close();
  }
}

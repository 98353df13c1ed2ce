package org.halab.experiment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.halab.cluster.Cluster;
import org.halab.message.Message;

/** A client's session through the entrypoint that lies idle, as those of a connection pool do. */
public final class OpenSession implements AutoCloseable {
  private final Cluster cluster;
  private final Connection connection;

  public OpenSession(Cluster cluster) throws SQLException {
    this.cluster = cluster;
    this.connection = cluster.entrypoint().connect();
    use();
  }

  /**
   * Waits until the session is of no use any more.
   *
   * @return how it was told
   */
  public String awaitClosed() {
    return cluster
        .waits()
        .until(
            cluster.deadlines().entrypointSwitched(),
            Message.of("experiment.wait.sessionClosed"),
            this::use,
            answer -> !answer.startsWith("The session goes on"))
        .value();
  }

  private String use() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      return "The session goes on";
    } catch (SQLException e) {
      return "The session ended: " + e.getSQLState() + " " + e.getMessage();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

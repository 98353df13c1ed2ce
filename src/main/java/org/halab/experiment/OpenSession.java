package org.halab.experiment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
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
  public Message awaitClosed() {
    return cluster
        .waits()
        .until(
            cluster.deadlines().entrypointSwitched(),
            Message.of("experiment.wait.sessionClosed"),
            this::use,
            Optional::isPresent)
        .value()
        .orElseThrow();
  }

  private Optional<Message> use() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(
          Message.of("experiment.sessionEnded")
              .with("state", e.getSQLState())
              .with("error", e.getMessage()));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

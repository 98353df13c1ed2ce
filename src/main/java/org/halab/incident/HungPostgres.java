package org.halab.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;

/**
 * The leader's PostgreSQL takes no connection any more: its first process stands still. Patroni has
 * a connection of its own, and notices nothing.
 */
final class HungPostgres implements Incident {
  /** All that clients have open; they come back, and find nobody who lets them in. */
  private static final String CLIENTS_OUT =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE application_name = 'lab client' AND pid <> pg_backend_pid()";

  @Override
  public String name() {
    return "hung-postgres";
  }

  @Override
  public Happened happen(Plant plant) throws SQLException {
    Node leader = plant.leader();
    ServiceContainer container = plant.container(leader);
    String process =
        container
            .output("head", "-n", "1", plant.site().dataDirectory(leader) + "/postmaster.pid")
            .strip();
    try (Connection connection = plant.cluster().sql(leader).connect();
        Statement statement = connection.createStatement()) {
      container.output("bash", "-c", "kill -STOP " + process);
      statement.execute(CLIENTS_OUT);
    }
    plant.awaitFailure();
    return new Happened(
        Message.of("incident.hung.broken").with("process", process).with("node", leader),
        List.of(
            Message.of("incident.hung.hint1"),
            Message.of("incident.hung.hint2").with("node", leader),
            Message.of("incident.hung.hint3")
                .with("container", plant.name(leader))
                .with("process", process)),
        Message.of("incident.hung.prevention"),
        List.of(Plant.docker("exec", plant.name(leader), "bash", "-c", "kill -CONT " + process)),
        List.of(Plant.docker("restart", plant.site().entrypoint().containerName())));
  }
}

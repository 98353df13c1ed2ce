package org.halab.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.halab.domain.Node;
import org.halab.message.Message;

/** Somebody has locked a table that every client writes, and has gone to lunch. */
final class ForgottenTransaction implements Incident {
  private static final String WHO = "month-end report";

  @Override
  public String name() {
    return "forgotten-transaction";
  }

  /** Mended, a session that is idle in a transaction is ended there. */
  @Override
  public String stack() {
    return "guide";
  }

  @Override
  public Happened happen(Plant plant) throws SQLException {
    Node leader = plant.leader();
    // Whoever waits gives up, as applications do; else the waiting would fill the server.
    plant.cluster().sql(leader).execute("ALTER DATABASE postgres SET lock_timeout = '2s'");
    lock(plant, leader);
    plant.awaitFailure();
    return new Happened(
        Message.of("incident.transaction.broken").with("who", WHO),
        List.of(
            Message.of("incident.transaction.hint1"),
            Message.of("incident.transaction.hint2"),
            Message.of("incident.transaction.hint3").with("who", WHO)),
        Message.of("incident.transaction.prevention"),
        List.of(
            plant.psql(
                leader,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '%s'"
                    .formatted(WHO))),
        List.of(Plant.docker("restart", plant.site().entrypoint().containerName())));
  }

  /** The session stays open until it is ended, or the plant is. */
  private static void lock(Plant plant, Node leader) throws SQLException {
    Connection forgotten = plant.cluster().sql(leader).connect();
    plant.keep(forgotten);
    forgotten.setAutoCommit(false);
    try (Statement statement = forgotten.createStatement()) {
      statement.execute("SET application_name = '%s'".formatted(WHO));
      statement.execute("LOCK TABLE lab_counter IN ACCESS EXCLUSIVE MODE");
    }
  }
}

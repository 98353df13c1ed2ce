package org.halab.incident;

import java.sql.SQLException;
import java.util.List;
import org.halab.domain.Node;
import org.halab.fault.ReplicationPasswordChanged;
import org.halab.message.Message;

/** The replication user got another password, and the nodes' files were not told. */
final class ReplicationPassword implements Incident {
  private static final String USER = "postgresql.authentication.replication.username";
  private static final String PASSWORD = "postgresql.authentication.replication.password";

  @Override
  public String name() {
    return "replication-password";
  }

  @Override
  public Happened happen(Plant plant) throws SQLException {
    Node leader = plant.leader();
    Node replica = plant.replica();
    String user = plant.setting(leader, USER);
    plant.inflict(new ReplicationPasswordChanged(plant.cluster(), leader));
    return new Happened(
        Message.of("incident.password.broken").with("user", user),
        List.of(
            Message.of("incident.password.hint1"),
            Message.of("incident.password.hint2").with("container", plant.name(replica)),
            Message.of("incident.password.hint3").with("user", user)),
        Message.of("incident.password.prevention"),
        List.of(
            plant.psql(
                leader,
                "ALTER ROLE %s PASSWORD '%s'".formatted(user, plant.setting(leader, PASSWORD)))),
        List.of(Plant.docker("restart", plant.name(replica))));
  }
}

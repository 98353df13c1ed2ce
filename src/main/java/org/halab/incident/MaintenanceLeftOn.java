package org.halab.incident;

import java.util.List;
import org.halab.cluster.Reconfiguration;
import org.halab.domain.Node;
import org.halab.fault.PostgresKilled;
import org.halab.message.Message;

/** Maintenance mode was left on, and then PostgreSQL died: nobody starts it, nobody takes over. */
final class MaintenanceLeftOn implements Incident {
  @Override
  public String name() {
    return "maintenance";
  }

  @Override
  public Happened happen(Plant plant) {
    Node leader = plant.leader();
    Reconfiguration.set(plant.cluster(), List.of(List.of("pause", "true")));
    plant.inflict(new PostgresKilled(plant.container(leader)));
    return new Happened(
        Message.of("incident.maintenance.broken").with("node", leader),
        List.of(
            Message.of("incident.maintenance.hint1"),
            Message.of("incident.maintenance.hint2").with("node", leader),
            Message.of("incident.maintenance.hint3")),
        Message.of("incident.maintenance.prevention"),
        List.of(plant.patronictl(plant.replica(), "resume", plant.scope())),
        List.of(Plant.docker("restart", plant.name(leader))));
  }
}

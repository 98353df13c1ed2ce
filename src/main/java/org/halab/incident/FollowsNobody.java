package org.halab.incident;

import java.sql.SQLException;
import java.util.List;
import org.halab.domain.Node;
import org.halab.message.Message;

/** The leader was killed and is back: Patroni calls it healthy, and it follows nobody. */
final class FollowsNobody implements Incident {
  @Override
  public String name() {
    return "follows-nobody";
  }

  /** Mended, such a node is rewound by Patroni. */
  @Override
  public String stack() {
    return "guide";
  }

  @Override
  public Happened happen(Plant plant) throws SQLException {
    Node lost = plant.leader();
    Node successor = plant.replica();
    killWithWalOfItsOwn(plant);
    plant.roles().awaitLeads(successor, plant.cluster().deadlines().crashFailover());
    plant.experiment().clients().awaitFurtherWrites(1);
    plant.container(lost).start();
    plant.awaitMember(lost);
    return new Happened(
        Message.of("incident.follows.broken").with("node", lost),
        List.of(
            Message.of("incident.follows.hint1"),
            Message.of("incident.follows.hint2").with("container", plant.name(lost)),
            Message.of("incident.follows.hint3").with("node", lost)),
        Message.of("incident.follows.prevention"),
        List.of(plant.patronictl(successor, "reinit", plant.scope(), lost.member(), "--force")),
        List.of(Plant.docker("restart", plant.name(lost))));
  }

  /**
   * A leader that dies has mostly written what it could not send any more; this one for certain. A
   * checkpoint is written, too, and waits for nobody.
   */
  private static void killWithWalOfItsOwn(Plant plant) throws SQLException {
    plant.experiment().holdReplicationBack();
    plant.cluster().sql(plant.leader()).execute("CHECKPOINT");
    plant.container(plant.leader()).kill();
  }
}

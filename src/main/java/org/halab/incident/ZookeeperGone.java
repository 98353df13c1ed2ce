package org.halab.incident;

import java.time.Instant;
import java.util.List;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;

/** ZooKeeper was stopped and started again, and the nodes do not find it any more. */
final class ZookeeperGone implements Incident {
  @Override
  public String name() {
    return "zookeeper-gone";
  }

  /** While its name cannot be looked up, the nodes' client of ZooKeeper gives up for good. */
  @Override
  public Happened happen(Plant plant) {
    ServiceContainer zookeeper = plant.site().dcsMember();
    Instant stopped = Instant.now();
    zookeeper.stop(Plant.STOP_GRACE);
    for (Node node : plant.cluster().nodes()) {
      plant
          .roles()
          .awaitLog(
              node.service(),
              stopped,
              Message.of("incident.wait.sessionClosed").with("node", node),
              "Zookeeper session closed, state: CLOSED",
              plant.cluster().deadlines().memberAnswers());
    }
    plant.experiment().clients().awaitNoWrites();
    zookeeper.start();
    return new Happened(
        Message.of("incident.zookeeper.broken").with("container", zookeeper.containerName()),
        List.of(
            Message.of("incident.zookeeper.hint1"),
            Message.of("incident.zookeeper.hint2"),
            Message.of("incident.zookeeper.hint3")),
        Message.of("incident.zookeeper.prevention"),
        plant.cluster().nodes().stream()
            .map(node -> Plant.docker("restart", plant.name(node)))
            .toList(),
        List.of(Plant.docker("restart", zookeeper.containerName())));
  }
}

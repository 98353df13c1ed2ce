package org.halab.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.Node;
import org.halab.message.Message;

/**
 * A file that was left behind after planned work forbids each node to lead; then the leader dies.
 */
final class NobodyMayLead implements Incident {
  private static final String FILE = "/patroni/3-local.yml";

  @Override
  public String name() {
    return "nobody-may-lead";
  }

  @Override
  public Happened happen(Plant plant) throws IOException {
    Node leader = plant.leader();
    Path local =
        Files.writeString(
            plant.project().directory().resolve("3-local.yml"), "tags:\n  nofailover: true\n");
    for (Node node : plant.cluster().nodes()) {
      plant.require(Plant.docker("cp", local.toString(), plant.name(node) + ":" + FILE));
    }
    plant.require(plant.patronictl(leader, "reload", plant.scope(), "--force"));
    for (Node node : plant.cluster().nodes()) {
      plant.awaitStatus(node, "/tags/nofailover", true);
    }
    plant.container(leader).kill();
    plant.experiment().clients().awaitNoWrites();
    plant.container(leader).start();
    plant.awaitMember(leader);
    List<Order> right = new ArrayList<>();
    List<Order> tempting = new ArrayList<>();
    for (Node node : plant.cluster().nodes()) {
      right.add(Plant.docker("exec", "-u", "root", plant.name(node), "rm", FILE));
      right.add(plant.patronictl(node, "reload", plant.scope(), node.member(), "--force"));
      tempting.add(Plant.docker("restart", plant.name(node)));
    }
    return new Happened(
        Message.of("incident.nofailover.broken").with("file", FILE).with("node", leader),
        List.of(
            Message.of("incident.nofailover.hint1"),
            Message.of("incident.nofailover.hint2"),
            Message.of("incident.nofailover.hint3").with("file", FILE)),
        Message.of("incident.nofailover.prevention"),
        right,
        tempting);
  }
}

package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** The guide connects to each node by a port of its own. */
final class NodesPublished implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.nodes().stream()
        .filter(node -> !project.model().publishes(node.service(), node.settings().postgresPort()))
        .map(node -> finding(project, node));
  }

  private static Finding finding(ReadProject project, ReadNode node) {
    String port = String.valueOf(node.settings().postgresPort());
    List<String> places = List.of(project.place(node.service(), "ports"));
    return Finding.read(
        "node-not-published",
        Severity.MISTAKE,
        Set.of(Item.COMPOSE_FILE, Item.CONNECTED),
        places,
        Message.of("reading.nodeNotPublished.seen").with("node", node).with("port", port),
        Hints.at(
            places,
            Message.of("reading.nodeNotPublished.change").with("port", port),
            Message.of("reading.nodeNotPublished.try").with("node", node)));
  }
}

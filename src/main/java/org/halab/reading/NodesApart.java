package org.halab.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Each node needs a name of its own, and there must be two. */
final class NodesApart implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    Map<String, ReadNode> names = new TreeMap<>();
    Stream.Builder<Finding> findings = Stream.builder();
    for (ReadNode node : project.nodes()) {
      ReadNode other = names.putIfAbsent(node.node().node().member(), node);
      if (other != null) {
        findings.add(twice(node, other));
      }
    }
    if (project.nodes().size() == 1) {
      findings.add(alone(project, project.nodes().get(0)));
    }
    return findings.build();
  }

  private static Finding twice(ReadNode node, ReadNode other) {
    List<String> places = List.of(other.place("name"), node.place("name"));
    return Finding.read(
        "node-name-twice",
        Severity.MISTAKE,
        Set.of(Item.NODE_FILES, Item.DEPLOYED, Item.REPLICATED),
        places,
        Message.of("reading.nameTwice.seen")
            .with("one", other)
            .with("other", node)
            .with("name", node.node().node().member()),
        Hints.at(
            places,
            Message.of("reading.nameTwice.change"),
            Message.of("reading.nameTwice.try").with("node", node)));
  }

  private static Finding alone(ReadProject project, ReadNode node) {
    List<String> places = List.of(project.place(node.service()));
    return Finding.read(
        "one-node",
        Severity.MISTAKE,
        Set.of(Item.COMPOSE_FILE, Item.REPLICATED, Item.LEADER_LOST),
        places,
        Message.of("reading.oneNode.seen").with("node", node),
        Hints.at(places, Message.of("reading.oneNode.change"), Message.of("reading.oneNode.try")));
  }
}

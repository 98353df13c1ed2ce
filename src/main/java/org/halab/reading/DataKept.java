package org.halab.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** A node's data must lie where it outlives the container, under a name. */
final class DataKept implements Rule {
  private static final Set<Item> ITEMS = Set.of(Item.COMPOSE_FILE);

  @Override
  public Stream<Finding> read(ReadProject project) {
    return Stream.concat(
        project.nodes().stream().flatMap(node -> finding(project, node).stream()), shared(project));
  }

  private static Optional<Finding> finding(ReadProject project, ReadNode node) {
    String data = node.settings().dataDirectory();
    List<Mount> mounts = node.mounts();
    if (!data.startsWith("/") || mounts.stream().anyMatch(one -> one.keeps() && one.holds(data))) {
      return Optional.empty();
    }
    List<String> places =
        List.of(project.place(node.service(), "volumes"), node.place("postgresql.data_dir"));
    if (mounts.stream().anyMatch(one -> one.holds(data))) {
      return Optional.of(
          finding(
              "data-in-anonymous-volume",
              places,
              Message.of("reading.anonymousVolume.seen").with("node", node).with("data", data),
              node));
    }
    Optional<Mount> elsewhere =
        mounts.stream().filter(one -> one.type().equals("volume")).findFirst();
    return Optional.of(
        elsewhere.isPresent()
            ? finding(
                "data-outside-volume",
                places,
                Message.of("reading.outsideVolume.seen")
                    .with("node", node)
                    .with("data", data)
                    .with("volume", elsewhere.get().target()),
                node)
            : finding(
                "data-without-volume",
                places,
                Message.of("reading.withoutVolume.seen").with("node", node).with("data", data),
                node));
  }

  private static Finding finding(String code, List<String> places, Message seen, ReadNode node) {
    return Finding.read(
        code,
        Severity.RISK,
        ITEMS,
        places,
        seen,
        Hints.at(
            places,
            Message.of("reading.dataKept.change").with("data", node.settings().dataDirectory()),
            Message.of("reading.dataKept.try")));
  }

  /** Two servers on one data directory destroy it, or the second does not start. */
  private static Stream<Finding> shared(ReadProject project) {
    Map<String, ReadNode> holders = new TreeMap<>();
    Stream.Builder<Finding> findings = Stream.builder();
    for (ReadNode node : project.nodes()) {
      String data = node.settings().dataDirectory();
      for (Mount mount : node.mounts()) {
        if (mount.keeps() && mount.holds(data)) {
          String place = mount.source() + ":" + data.substring(mount.target().length());
          ReadNode other = holders.putIfAbsent(place, node);
          if (other != null) {
            findings.add(shared(project, node, other));
          }
        }
      }
    }
    return findings.build();
  }

  private static Finding shared(ReadProject project, ReadNode node, ReadNode other) {
    List<String> places =
        List.of(
            project.place(other.service(), "volumes"), project.place(node.service(), "volumes"));
    return Finding.read(
        "data-shared",
        Severity.MISTAKE,
        Set.of(Item.COMPOSE_FILE, Item.DEPLOYED, Item.REPLICATED),
        places,
        Message.of("reading.dataShared.seen").with("one", other).with("other", node),
        Hints.at(
            places, Message.of("reading.dataShared.change"), Message.of("reading.dataShared.try")));
  }
}

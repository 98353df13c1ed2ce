package org.halab.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** What makes nodes one cluster must be equal: the scope, the DCS, the passwords. */
final class NodesTogether implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    if (project.nodes().size() < 2) {
      return Stream.empty();
    }
    ReadNode first = project.nodes().get(0);
    return project.nodes().stream()
        .skip(1)
        .flatMap(
            node ->
                Stream.of(scope(first, node), dcs(first, node), passwords(first, node))
                    .flatMap(Optional::stream));
  }

  private static Optional<Finding> scope(ReadNode first, ReadNode node) {
    String one = first.settings().leaderKey();
    String other = node.settings().leaderKey();
    if (one.equals(other)) {
      return Optional.empty();
    }
    List<String> places = List.of(first.place("scope"), node.place("scope"));
    return Optional.of(
        Finding.read(
            "scope-differs",
            Severity.MISTAKE,
            Set.of(Item.NODE_FILES, Item.DEPLOYED, Item.REPLICATED),
            places,
            Message.of("reading.scopeDiffers.seen").with("one", one).with("other", other),
            Hints.at(
                places,
                Message.of("reading.scopeDiffers.change"),
                Message.of("reading.scopeDiffers.try").with("node", node))));
  }

  private static Optional<Finding> dcs(ReadNode first, ReadNode node) {
    Set<String> one = DcsHosts.of(first.settings());
    Set<String> other = DcsHosts.of(node.settings());
    if (one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains)) {
      return Optional.empty();
    }
    List<String> places = List.of(first.place("zookeeper.hosts"), node.place("zookeeper.hosts"));
    return Optional.of(
        Finding.read(
            "dcs-differs",
            Severity.MISTAKE,
            Set.of(Item.NODE_FILES, Item.DEPLOYED, Item.REPLICATED),
            places,
            Message.of("reading.dcsDiffers.seen")
                .with("one", Message.and(one))
                .with("other", Message.and(other)),
            Hints.at(
                places,
                Message.of("reading.dcsDiffers.change"),
                Message.of("reading.scopeDiffers.try").with("node", node))));
  }

  private static Optional<Finding> passwords(ReadNode first, ReadNode node) {
    boolean superuser = first.settings().superuser().equals(node.settings().superuser());
    boolean replication = first.settings().replication().equals(node.settings().replication());
    if (replication) {
      return superuser ? Optional.empty() : Optional.of(superusers(first, node));
    }
    String who = "postgresql.authentication.replication";
    List<String> places = List.of(first.place(who + ".password"), node.place(who + ".password"));
    return Optional.of(
        Finding.read(
            "passwords-differ",
            Severity.MISTAKE,
            Set.of(Item.NODE_FILES, Item.REPLICATED),
            places,
            Message.of("reading.passwordsDiffer.seen")
                .with("section", who)
                .with("one", first)
                .with("other", node),
            Hints.at(
                places,
                Message.of("reading.passwordsDiffer.change"),
                Message.of("reading.passwordsDiffer.try").with("node", node))));
  }

  /** A replica needs no superuser of the leader; pg_rewind does. */
  private static Finding superusers(ReadNode first, ReadNode node) {
    String setting = "postgresql.authentication.superuser.password";
    List<String> places = List.of(first.place(setting), node.place(setting));
    return Finding.read(
        "superusers-differ",
        Severity.RISK,
        Set.of(Item.NODE_FILES, Item.FOLLOWS_AGAIN),
        places,
        Message.of("reading.superusersDiffer.seen").with("one", first).with("other", node),
        Hints.at(
            places,
            Message.of("reading.passwordsDiffer.change"),
            Message.of("reading.passwordsDiffer.try").with("node", node)));
  }
}

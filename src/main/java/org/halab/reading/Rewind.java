package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** A leader that was killed follows again only after going back to where the histories part. */
final class Rewind implements Rule {
  private static final String FRESH_COPY = "remove_data_directory_on_diverged_timelines";
  private static final String HINTS = "bootstrap.dcs.postgresql.parameters.wal_log_hints";
  private static final Set<Item> ITEMS = Set.of(Item.FOLLOWS_AGAIN);

  @Override
  public Stream<Finding> read(ReadProject project) {
    List<ReadNode> nodes = project.nodes();
    List<ReadNode> without = nodes.stream().filter(node -> !node.on("use_pg_rewind")).toList();
    List<ReadNode> copying = nodes.stream().filter(node -> node.on(FRESH_COPY)).toList();
    Stream.Builder<Finding> findings = Stream.builder();
    if (!copying.isEmpty()) {
      findings.add(copying(copying));
    } else if (!without.isEmpty()) {
      findings.add(off(without));
    } else {
      List<ReadNode> unable = nodes.stream().filter(Rewind::unable).toList();
      if (!unable.isEmpty()) {
        findings.add(unable(unable));
      }
    }
    return findings.build();
  }

  /** Whether, by the files, a leader that was killed goes back to where the histories part. */
  static boolean works(ReadProject project) {
    return Stream.of(new Rewind(), new SocketDirectory())
        .allMatch(rule -> rule.read(project).findAny().isEmpty());
  }

  /** Patroni turns wal_log_hints on by itself; somebody has turned it off. */
  private static boolean unable(ReadNode node) {
    return node.settings().text(HINTS).filter(one -> one.matches("(?i)off|false|no|0")).isPresent()
        && node.settings().list("bootstrap.initdb").stream()
            .noneMatch(one -> one.contains("data-checksums"));
  }

  private static Finding copying(List<ReadNode> nodes) {
    List<String> places = nodes.stream().map(node -> node.effectivePlace(FRESH_COPY)).toList();
    return Finding.read(
        "fresh-copy",
        Severity.RISK,
        ITEMS,
        places,
        Message.of("reading.freshCopy.seen"),
        Hints.at(
            places, Message.of("reading.rewindOff.change"), Message.of("reading.freshCopy.try")));
  }

  private static Finding off(List<ReadNode> without) {
    List<String> places =
        without.stream()
            .map(
                node ->
                    SettingPaths.of(node).stream()
                        .filter(path -> path.endsWith("use_pg_rewind"))
                        .findFirst()
                        .orElse("bootstrap.dcs"))
            .distinct()
            .flatMap(path -> without.stream().map(node -> node.place(path)))
            .distinct()
            .toList();
    return Finding.read(
        "rewind-off",
        Severity.MISTAKE,
        ITEMS,
        places,
        Message.of("reading.rewindOff.seen"),
        Hints.at(places, Message.of("reading.rewindOff.change"), Message.of("reading.rewind.try")));
  }

  private static Finding unable(List<ReadNode> nodes) {
    List<String> places = nodes.stream().map(node -> node.place(HINTS)).toList();
    return Finding.read(
        "rewind-without-hints",
        Severity.MISTAKE,
        ITEMS,
        places,
        Message.of("reading.rewindHints.seen"),
        Hints.at(
            places, Message.of("reading.rewindHints.change"), Message.of("reading.rewind.try")));
  }
}

package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Without synchronous mode what a client was told is stored may be lost with the leader. */
final class Synchronous implements Rule {
  private static final String SETTING = "bootstrap.dcs.synchronous_mode";

  @Override
  public Stream<Finding> read(ReadProject project) {
    List<ReadNode> without = project.nodes().stream().filter(node -> !synchronous(node)).toList();
    if (without.isEmpty()) {
      return Stream.empty();
    }
    List<String> elsewhere =
        without.stream()
            .flatMap(
                node ->
                    SettingPaths.of(node).stream()
                        .filter(path -> path.matches("(.*\\.)?synchronous_mode"))
                        .filter(path -> !path.equals(SETTING))
                        .map(node::place))
            .toList();
    return Stream.of(elsewhere.isEmpty() ? off(without) : ignored(elsewhere));
  }

  private static boolean synchronous(ReadNode node) {
    return node.settings()
        .at(SETTING)
        .filter(one -> ReadNode.yes(one) || String.valueOf(one).equals("quorum"))
        .isPresent();
  }

  private static Finding off(List<ReadNode> without) {
    List<String> places =
        without.stream()
            .map(
                node ->
                    node.settings().at(SETTING).isPresent()
                        ? node.place(SETTING)
                        : node.place("bootstrap.dcs"))
            .toList();
    return Finding.read(
        "synchronous-mode-off",
        Severity.RISK,
        Set.of(Item.NODE_FILES),
        places,
        Message.of("reading.synchronousOff.seen"),
        Hints.at(
            places,
            Message.of("reading.synchronous.change"),
            Message.of("reading.synchronous.try")));
  }

  private static Finding ignored(List<String> places) {
    return Finding.read(
        "synchronous-mode-ignored",
        Severity.RISK,
        Set.of(Item.NODE_FILES),
        places,
        Message.of("reading.synchronousIgnored.seen"),
        Hints.at(
            places,
            Message.of("reading.synchronous.change"),
            Message.of("reading.synchronous.try")));
  }
}

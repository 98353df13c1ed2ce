package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** A node whose container is not restarted stays away after its process has ended. */
final class RestartAlways implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    List<ReadNode> staying =
        project.nodes().stream()
            .filter(
                node -> !node.definition().path("restart").asText("no").matches("(?!no$|false$).+"))
            .filter(node -> !node.definition().path("deploy").has("restart_policy"))
            .toList();
    return staying.isEmpty() ? Stream.empty() : Stream.of(finding(project, staying));
  }

  private static Finding finding(ReadProject project, List<ReadNode> staying) {
    List<String> places =
        staying.stream().map(node -> project.place(node.service(), "restart")).toList();
    return Finding.read(
        "restart-missing",
        Severity.RISK,
        Set.of(Item.COMPOSE_FILE),
        places,
        Message.of("reading.restartMissing.seen").with("nodes", Message.and(staying)),
        Hints.at(
            places,
            Message.of("reading.restartMissing.change"),
            Message.of("reading.restartMissing.try").with("node", staying.get(0))));
  }
}

package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** The leader must be able to try twice again before its key ends: Patroni asks for that. */
final class LockTimes implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.nodes().stream()
        .filter(
            node ->
                time(node, "loop_wait", 10) + 2 * time(node, "retry_timeout", 10)
                    > time(node, "ttl", 30))
        .findFirst()
        .map(LockTimes::finding)
        .stream();
  }

  private static long time(ReadNode node, String name, long otherwise) {
    return node.settings().number("bootstrap.dcs." + name).orElse(otherwise);
  }

  private static Finding finding(ReadNode node) {
    List<String> places =
        Stream.of("ttl", "loop_wait", "retry_timeout")
            .map(name -> node.place("bootstrap.dcs." + name))
            .toList();
    return Finding.read(
        "ttl-too-short",
        Severity.RISK,
        Set.of(Item.NODE_FILES),
        places,
        Message.of("reading.ttlShort.seen")
            .with("ttl", String.valueOf(time(node, "ttl", 30)))
            .with("loop", String.valueOf(time(node, "loop_wait", 10)))
            .with("retry", String.valueOf(time(node, "retry_timeout", 10))),
        Hints.at(
            places, Message.of("reading.ttlShort.change"), Message.of("reading.ttlShort.try")));
  }
}

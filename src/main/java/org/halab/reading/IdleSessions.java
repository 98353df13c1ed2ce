package org.halab.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.Entry;
import org.halab.stack.HaproxyConfig;

/** A time-out of a few minutes cuts the sessions of clients that think for longer. */
final class IdleSessions implements Rule {
  private static final Duration SHORT = Duration.ofMinutes(10);
  private static final Set<Item> ITEMS = Set.of(Item.ENTRYPOINT_FILE);

  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.proxies().stream()
        .flatMap(
            proxy ->
                proxy.waysIn(project.nodes()).stream()
                    .flatMap(entry -> finding(proxy, entry).stream()));
  }

  private static Optional<Finding> finding(ReadProxy proxy, Entry entry) {
    List<String> timeouts =
        proxy
            .lines(entry.name())
            .filter(line -> line.matches("timeout\\s+(client|server)\\s+\\S+.*"))
            .toList();
    if (timeouts.isEmpty()) {
      return Optional.of(
          Finding.harmless(
              "entrypoint-timeouts-absent",
              ITEMS,
              List.of(proxy.file().name()),
              Message.of("reading.timeoutsAbsent.seen")));
    }
    List<String> cutting = timeouts.stream().filter(IdleSessions::isShort).toList();
    return cutting.isEmpty() ? Optional.empty() : Optional.of(finding(proxy, entry, cutting));
  }

  private static boolean isShort(String line) {
    try {
      return HaproxyConfig.duration(line.split("\\s+")[2]).compareTo(SHORT) < 0;
    } catch (IllegalArgumentException e) {
      return false; // HAProxy itself says so
    }
  }

  private static Finding finding(ReadProxy proxy, Entry entry, List<String> cutting) {
    List<String> places = cutting.stream().map(line -> proxy.place(entry.name(), line)).toList();
    return Finding.read(
        "entrypoint-cuts-idle-sessions",
        Severity.RISK,
        ITEMS,
        places,
        Message.of("reading.cutsIdle.seen").with("timeouts", Message.and(cutting)),
        Hints.at(
            places, Message.of("reading.cutsIdle.change"), Message.of("reading.cutsIdle.try")));
  }
}

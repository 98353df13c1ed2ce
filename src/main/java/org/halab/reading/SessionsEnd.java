package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.Entry;

/** Without {@code on-marked-down} a session stays on a leader that is none any more. */
final class SessionsEnd implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.proxies().stream()
        .flatMap(
            proxy ->
                proxy.waysIn(project.nodes()).stream()
                    .filter(entry -> keeps(proxy, entry))
                    .map(entry -> finding(proxy, entry)));
  }

  private static boolean keeps(ReadProxy proxy, Entry entry) {
    return proxy
        .lines(entry.name())
        .noneMatch(line -> line.matches(".*\\bon-marked-down\\s+shutdown-sessions\\b.*"));
  }

  private static Finding finding(ReadProxy proxy, Entry entry) {
    List<String> places = List.of(proxy.place(entry.name()));
    return Finding.read(
        "entrypoint-keeps-sessions",
        Severity.RISK,
        Set.of(Item.ENTRYPOINT_FILE),
        places,
        Message.of("reading.keepsSessions.seen").with("proxy", entry.name()),
        Hints.at(
            places,
            Message.of("reading.keepsSessions.change"),
            Message.of("reading.keepsSessions.try")));
  }
}

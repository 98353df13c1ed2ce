package org.halab.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halab.checker.failover.Event;
import org.halab.checker.failover.LogReading;
import org.halab.domain.LogLine;
import org.halab.report.EventWords;

/** The last lines of a cluster's logs that tell of leadership and of where clients are sent. */
final class LogBook {
  static final int MOST = 12;

  /** What was said before somebody opened the page. */
  private static final Duration BEFORE = Duration.ofMinutes(5);

  private final Map<String, Instant> readTo = new HashMap<>();
  private final Deque<PageState.Line> lines = new ArrayDeque<>();
  private final Instant from = Instant.now().minus(BEFORE);

  /** Reads the lines of one service. */
  interface Log {
    List<LogLine> since(Instant moment);
  }

  /** Takes in what is new in one service's log. */
  synchronized void read(String service, Log log) {
    Instant before = readTo.getOrDefault(service, from);
    for (LogLine line : log.since(before)) {
      if (line.at().isAfter(before)) {
        readTo.put(service, line.at());
        LogReading.read(line)
            // Patroni reconnects whenever its configuration changes.
            .filter(one -> one.kind() != Event.Kind.CONNECTION_LOST)
            .ifPresent(this::add);
      }
    }
  }

  private void add(Event event) {
    lines.add(line(event));
    if (lines.size() > MOST) {
      lines.remove(
          lines.stream().min((one, other) -> Long.compare(one.at(), other.at())).orElseThrow());
    }
  }

  static PageState.Line line(Event event) {
    return new PageState.Line(
        event.at().toEpochMilli(),
        EventWords.who(event.who()).toString(),
        EventWords.meaning(event).toString(),
        event.evidence());
  }

  synchronized List<PageState.Line> lines() {
    return List.copyOf(lines);
  }
}

package org.halab.checker.failover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.LogLine;

/**
 * Knows which log lines of PostgreSQL, Patroni, ZooKeeper and the entrypoint tell of a failover.
 */
public final class LogReading {
  /**
   * @param arguments the names of what the pattern's groups hold, in their order
   */
  private record Sign(Kind kind, Pattern pattern, List<String> arguments) {}

  private static final List<Sign> SIGNS =
      List.of(
          sign(Kind.SHUTDOWN, "received (fast|smart|immediate) shutdown request", "mode"),
          sign(Kind.SHUTDOWN_DONE, "database system is shut down"),
          sign(Kind.LOCK_RELEASED, "Zookeeper session closed, state: CLOSED"),
          sign(
              Kind.CONNECTION_LOST,
              "Unable to read additional data from client.*session = (0x[0-9a-f]+)",
              "session"),
          sign(
              Kind.SESSION_EXPIRED,
              "Expiring session (0x[0-9a-f]+), timeout of (\\d+)\\d{3}ms exceeded",
              "session",
              "timeout"),
          sign(Kind.DEMOTED, "demot(?:ing|ed) self because (.+)", "reason"),
          sign(Kind.LEADER_ELECTED, "promoted self to leader by acquiring session lock"),
          sign(Kind.NEW_TIMELINE, "selected new timeline ID: (\\d+)", "timeline"),
          sign(Kind.PROMOTED, "database system is ready to accept connections"),
          sign(Kind.SERVER_DOWN, "Server \\S+/(\\S+) is DOWN, reason: ([^,]+)", "server", "reason"),
          sign(Kind.SERVER_UP, "Server \\S+/(\\S+) is UP, reason: ([^,]+)", "server", "reason"));

  private LogReading() {}

  /** What a line tells of a failover; empty if it is about something else. */
  public static Optional<Event> read(LogLine line) {
    for (Sign sign : SIGNS) {
      Matcher matcher = sign.pattern().matcher(line.text());
      if (matcher.find()) {
        return Optional.of(
            new Event(
                line.at(), sign.kind(), line.service(), arguments(sign, matcher), line.text()));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> arguments(Sign sign, Matcher matcher) {
    Map<String, Object> arguments = new TreeMap<>();
    for (int i = 0; i < sign.arguments().size(); i++) {
      arguments.put(sign.arguments().get(i), matcher.group(i + 1));
    }
    return arguments;
  }

  private static Sign sign(Kind kind, String pattern, String... arguments) {
    return new Sign(kind, Pattern.compile(pattern), List.of(arguments));
  }
}

package org.halab.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.LogLine;
import org.halab.report.Happening.Kind;

/**
 * Knows which log lines of PostgreSQL, Patroni, ZooKeeper and the entrypoint tell of a failover.
 */
public final class LogReading {
  private record Sign(Kind kind, Pattern pattern, Function<MatchResult, String> meaning) {}

  private static final List<Sign> SIGNS =
      List.of(
          sign(
              Kind.SHUTDOWN,
              "received (fast|smart|immediate) shutdown request",
              match -> "PostgreSQL was asked to shut down (" + match.group(1) + ")"),
          sign(Kind.SHUTDOWN, "database system is shut down", match -> "PostgreSQL has shut down"),
          sign(
              Kind.LOCK_RELEASED,
              "Zookeeper session closed, state: CLOSED",
              match ->
                  "Patroni closed its ZooKeeper session, and with it released the leader lock"),
          sign(
              Kind.CONNECTION_LOST,
              "Unable to read additional data from client.*session = (0x[0-9a-f]+)",
              match -> "ZooKeeper lost the connection of session " + match.group(1)),
          sign(
              Kind.SESSION_EXPIRED,
              "Expiring session (0x[0-9a-f]+), timeout of (\\d+)ms exceeded",
              match ->
                  "session %s had been silent for its time-out of %s s and expired"
                      .formatted(match.group(1), Integer.parseInt(match.group(2)) / 1000)),
          sign(
              Kind.LEADER_ELECTED,
              "promoted self to leader by acquiring session lock",
              match -> "Patroni took the free lock and promotes its PostgreSQL"),
          sign(
              Kind.NEW_TIMELINE,
              "selected new timeline ID: (\\d+)",
              match -> "PostgreSQL began timeline " + match.group(1)),
          sign(
              Kind.PROMOTED,
              "database system is ready to accept connections",
              match -> "PostgreSQL accepts reads and writes"),
          sign(
              Kind.SERVER_DOWN,
              "Server \\S+/(\\S+) is DOWN, reason: ([^,]+)",
              match -> "the entrypoint took %s out: %s".formatted(match.group(1), match.group(2))),
          sign(
              Kind.SERVER_UP,
              "Server \\S+/(\\S+) is UP, reason: ([^,]+)",
              match ->
                  "the entrypoint sends clients to %s: %s"
                      .formatted(match.group(1), match.group(2))));

  private LogReading() {}

  /** What a line tells of a failover; empty if it is about something else. */
  public static Optional<Happening> read(LogLine line) {
    for (Sign sign : SIGNS) {
      Matcher matcher = sign.pattern().matcher(line.text());
      if (matcher.find()) {
        return Optional.of(
            new Happening(
                line.at(),
                sign.kind(),
                line.service(),
                sign.meaning().apply(matcher.toMatchResult()),
                line.text()));
      }
    }
    return Optional.empty();
  }

  private static Sign sign(Kind kind, String pattern, Function<MatchResult, String> meaning) {
    return new Sign(kind, Pattern.compile(pattern), meaning);
  }
}

package org.halab.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.halab.domain.LogLine;
import org.halab.message.Language;
import org.halab.report.Event.Kind;

/**
 * Knows which log lines of PostgreSQL, Patroni, ZooKeeper and the entrypoint tell of a failover.
 */
public final class LogReading {
  /**
   * @param meaning the key of the sentence; what the pattern's groups hold stands in it
   */
  private record Sign(Kind kind, Pattern pattern, String meaning) {}

  private static final List<Sign> SIGNS =
      List.of(
          sign(Kind.SHUTDOWN, "received (fast|smart|immediate) shutdown request", "log.shutdown"),
          sign(Kind.SHUTDOWN, "database system is shut down", "log.down"),
          sign(Kind.LOCK_RELEASED, "Zookeeper session closed, state: CLOSED", "log.released"),
          sign(
              Kind.CONNECTION_LOST,
              "Unable to read additional data from client.*session = (0x[0-9a-f]+)",
              "log.lost"),
          sign(
              Kind.SESSION_EXPIRED,
              "Expiring session (0x[0-9a-f]+), timeout of (\\d+)\\d{3}ms exceeded",
              "log.expired"),
          sign(
              Kind.LEADER_ELECTED,
              "promoted self to leader by acquiring session lock",
              "log.elected"),
          sign(Kind.NEW_TIMELINE, "selected new timeline ID: (\\d+)", "log.timeline"),
          sign(Kind.PROMOTED, "database system is ready to accept connections", "log.promoted"),
          sign(Kind.SERVER_DOWN, "Server \\S+/(\\S+) is DOWN, reason: ([^,]+)", "log.serverDown"),
          sign(Kind.SERVER_UP, "Server \\S+/(\\S+) is UP, reason: ([^,]+)", "log.serverUp"));

  private final Words words;

  /**
   * @param language of the meanings
   */
  public LogReading(Language language) {
    this.words = Words.ofStories(language);
  }

  /** What a line tells of a failover; empty if it is about something else. */
  public Optional<Event> read(LogLine line) {
    for (Sign sign : SIGNS) {
      Matcher matcher = sign.pattern().matcher(line.text());
      if (matcher.find()) {
        return Optional.of(
            new Event(
                line.at(),
                sign.kind(),
                line.service(),
                words.get(sign.meaning(), groups(matcher)),
                line.text()));
      }
    }
    return Optional.empty();
  }

  private static Object[] groups(Matcher matcher) {
    return IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toArray();
  }

  private static Sign sign(Kind kind, String pattern, String meaning) {
    return new Sign(kind, Pattern.compile(pattern), meaning);
  }
}

package org.halab.observe;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.halab.domain.SentCommit;
import org.halab.domain.Table;
import org.halab.domain.TimelineHistory;

/**
 * What a leader's PostgreSQL knows of transactions. Asked for a number of another leader's it would
 * tell of a transaction of its own, so what it has of that one's WAL is asked first.
 *
 * @see <a href="https://www.postgresql.org/docs/15/functions-info.html">pg_xact_status</a>
 */
public final class TransactionStatus {
  public static final String ABORTED = "aborted";
  public static final String COMMITTED = "committed";
  public static final String IN_PROGRESS = "in progress";

  /** As a line of a history file has it: the timeline, where it ends, and why. */
  private static final Pattern ENDED = Pattern.compile("(?m)^(\\d+)\\s+([0-9A-F]+)/([0-9A-F]+)\\s");

  private TransactionStatus() {}

  /** The status of each of these that the leader has, by the key it is given under. */
  public static Map<Long, String> of(Sql leader, Map<Long, SentCommit> sent) throws SQLException {
    TimelineHistory history = history(leader);
    Map<Long, SentCommit> known = new TreeMap<>(sent);
    known.values().removeIf(one -> !history.includes(one));
    Map<Long, String> byXid = statuses(leader, known.values());
    Map<Long, String> statuses = new TreeMap<>();
    known.forEach((key, one) -> statuses.put(key, byXid.get(one.xid())));
    return statuses;
  }

  private static Map<Long, String> statuses(Sql leader, Collection<SentCommit> sent)
      throws SQLException {
    String xids = sent.stream().map(one -> "'" + one.xid() + "'").collect(Collectors.joining(", "));
    Map<Long, String> statuses = new HashMap<>();
    if (!sent.isEmpty()) {
      leader
          .query("SELECT xid, pg_xact_status(xid::xid8) FROM unnest(ARRAY[%s]) xid".formatted(xids))
          .rows()
          .forEach(row -> statuses.put(Long.valueOf(row.get(0)), row.get(1)));
    }
    return statuses;
  }

  static TimelineHistory history(Sql leader) throws SQLException {
    Table row =
        leader.query(
            """
            SELECT timeline, pg_read_file('pg_wal/' || lpad(upper(to_hex(timeline)), 8, '0') || '.history', 0, 100000, true)
              FROM (SELECT ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int) t (timeline)""");
    return history(Integer.parseInt(row.rows().get(0).get(0)), row.rows().get(0).get(1));
  }

  /**
   * @param file of the timelines before it, which the first one does not have
   */
  static TimelineHistory history(int current, String file) {
    Map<Integer, Long> ends =
        ENDED
            .matcher(file)
            .results()
            .collect(Collectors.toMap(TransactionStatus::timeline, TransactionStatus::end));
    return new TimelineHistory(current, ends);
  }

  private static int timeline(MatchResult line) {
    return Integer.parseInt(line.group(1));
  }

  private static long end(MatchResult line) {
    return (Long.parseLong(line.group(2), 16) << 32) + Long.parseLong(line.group(3), 16);
  }
}

package org.halab.rejoin;

import java.sql.SQLException;
import java.util.List;
import org.halab.cluster.Cluster;
import org.halab.domain.Contents;
import org.halab.domain.MessageTable;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.observe.ContentsReader;
import org.halab.observe.Sql;
import org.halab.timing.Deadline;

/**
 * Whether a node follows the leader, by what PostgreSQL on both nodes says and holds. What Patroni
 * says of it is not asked: a node that never receives another row can be "running" there.
 */
public final class Following {
  private static final String MARKER = "lab_following";
  private static final String RECEIVER = " FROM pg_stat_wal_receiver";

  private final Cluster cluster;
  private final Node node;
  private final Node leader;

  /** What was seen of it: a line for each thing that must hold. */
  public record Seen(List<Line> lines) {
    public boolean follows() {
      return lines.stream().allMatch(Line::holds);
    }

    public MessageTable table() {
      return new MessageTable(
          List.of(
              Message.of("rejoin.following.what"),
              Message.of("rejoin.following.leader"),
              Message.of("rejoin.following.node"),
              Message.of("rejoin.following.holds")),
          lines.stream()
              .map(
                  one ->
                      List.<Object>of(
                          one.what(),
                          one.leader(),
                          one.node(),
                          Terms.of(one.holds() ? "yes" : "no")))
              .toList());
    }

    @Override
    public String toString() {
      return "\n" + table();
    }
  }

  private record Line(Message what, Object leader, Object node, boolean holds) {}

  public Following(Cluster cluster, Node node) {
    this.cluster = cluster;
    this.node = node;
    this.leader = cluster.leaderBeside(node);
  }

  /**
   * Writes a row to the leader, and waits until the node is on the leader's timeline, streams from
   * it, has replayed that row and holds the same rows in all tables.
   *
   * @throws org.halab.timing.NotInTime if it does not get there; the message says what is missing
   */
  public Seen await(Deadline deadline) {
    Mark mark = mark(deadline);
    return cluster
        .waits()
        .until(
            deadline,
            Message.of("rejoin.wait.follows").with("node", node).with("leader", leader),
            () -> look(mark),
            Seen::follows)
        .value();
  }

  /** Writes a row to the leader and looks once; a node that does not answer does not follow. */
  public Seen look() throws SQLException {
    Mark mark = mark();
    try {
      cluster.sql(node).query("SELECT 1");
    } catch (SQLException e) {
      return new Seen(
          List.of(
              new Line(
                  Message.of("rejoin.following.answers"),
                  Terms.of("yes"),
                  Message.of("rejoin.following.no").with("reason", e.getMessage()),
                  false)));
    }
    return look(mark);
  }

  private Mark mark(Deadline deadline) {
    return cluster
        .waits()
        .until(
            deadline,
            Message.of("rejoin.wait.takesRow").with("leader", leader),
            this::mark,
            mark -> true)
        .value();
  }

  /** A row just written, and where the leader's WAL ends after it. */
  private record Mark(String row, String position) {}

  private Mark mark() throws SQLException {
    Sql sql = cluster.sql(leader);
    sql.execute("CREATE TABLE IF NOT EXISTS " + MARKER + " (number bigserial, at timestamptz)");
    String row =
        sql.query("INSERT INTO " + MARKER + " (at) VALUES (now()) RETURNING number").value();
    return new Mark(row, sql.query("SELECT pg_current_wal_lsn()").value());
  }

  private Seen look(Mark mark) throws SQLException {
    Sql there = cluster.sql(node);
    String timeline = "" + cluster.timelineOf(leader);
    String received =
        there.query("SELECT coalesce(max(received_tli)::text, '')" + RECEIVER).value();
    String sends =
        cluster
            .sql(leader)
            .query(
                "SELECT coalesce(max(state), '') FROM pg_stat_replication"
                    + " WHERE application_name = '"
                    + node.member()
                    + "'")
            .value();
    String replayed = there.query("SELECT pg_last_wal_replay_lsn()").value();
    boolean reached = holds(there, mark.row());
    Contents ours = ContentsReader.of(cluster.sql(leader));
    Contents theirs = ContentsReader.of(there);
    List<Message> differences = ours.differences(leader.member(), theirs, node.member());
    return new Seen(
        List.of(
            new Line(
                Message.of("rejoin.following.timeline"),
                timeline,
                received.isEmpty() ? Message.of("rejoin.following.receivesNothing") : received,
                received.equals(timeline)),
            new Line(
                Message.of("rejoin.following.streaming"),
                sends.isEmpty() ? Message.of("rejoin.following.toNobody") : sends,
                receives(there),
                sends.equals("streaming")),
            new Line(
                Message.of("rejoin.following.replayed").with("row", mark.row()),
                mark.position(),
                reached
                    ? replayed
                    : Message.of("rejoin.following.withoutRow").with("position", replayed),
                reached),
            new Line(
                Message.of("rejoin.following.rows"),
                ours.told(),
                differences.isEmpty()
                    ? Message.of("rejoin.following.same")
                    : Message.joined("; ", differences),
                differences.isEmpty())));
  }

  private static Message receives(Sql node) throws SQLException {
    String status = node.query("SELECT coalesce(max(status), '')" + RECEIVER).value();
    return status.isEmpty() ? Message.of("rejoin.following.fromNobody") : Message.text(status);
  }

  /** The row itself, for positions of two histories cannot be compared. */
  private static boolean holds(Sql node, String row) throws SQLException {
    boolean table =
        node.query("SELECT to_regclass('%s') IS NOT NULL".formatted(MARKER)).value().equals("t");
    return table
        && !node.query("SELECT number FROM %s WHERE number = %s".formatted(MARKER, row))
            .rows()
            .isEmpty();
  }
}

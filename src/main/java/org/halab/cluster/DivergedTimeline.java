package org.halab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.ClusterView;
import org.halab.domain.LogLine;
import org.halab.domain.Member;
import org.halab.domain.Node;
import org.postgresql.replication.LogSequenceNumber;

/** A node's own complaint that it went on alone where the leader's history turned. */
public final class DivergedTimeline {
  /**
   * PostgreSQL's ways to say it. The third is that of a node which cannot even start, for it had
   * gone on beyond the fork before it knew of it. The fourth is the one of a node that has the
   * leader's history from an archive, and whose own records do not fit it; said once, it is only
   * the end of its WAL. The last is that of a node which got more from the archive than the leader
   * ever had.
   */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "is not in this server's history"
              + "|forked off current database system timeline \\d+ before current recovery point"
              + "|requested timeline \\d+ does not contain minimum recovery point"
              + "|record with incorrect prev-link"
              + "|requested starting point \\S+ is ahead of the WAL flush position of this server");

  /**
   * The end of a node's WAL, which is said of a healthy one, too. It is a complaint where the node
   * is on a timeline that the leader's history left before that point: it then finds no next record
   * of its own in the leader's WAL.
   */
  private static final Pattern END =
      Pattern.compile("invalid record length at (\\p{XDigit}+/\\p{XDigit}+)");

  /** It says so again every five seconds. */
  private static final Duration COMPLAINS_AGAIN_WITHIN = Duration.ofSeconds(15);

  private static final Duration AGAIN = Duration.ofSeconds(4);

  private DivergedTimeline() {}

  /** The complaint, if it was made again and again lately. */
  static Optional<String> complaintOf(Cluster cluster, Node node) {
    return Optional.of(
            in(
                cluster,
                node,
                cluster.access(node).logs(Instant.now().minus(COMPLAINS_AGAIN_WITHIN))))
        .filter(DivergedTimeline::lasting)
        .map(lines -> lines.get(0).text());
  }

  /** Those in a log of the node, by where the leader's history left the node's timeline. */
  public static List<LogLine> in(Cluster cluster, Node node, List<LogLine> log) {
    boolean ends = log.stream().anyMatch(line -> END.matcher(line.text()).find());
    return complaints(log, ends ? fork(cluster, node) : OptionalLong.empty());
  }

  /** Empty if it is on the leader's own timeline, or nobody can say. */
  private static OptionalLong fork(Cluster cluster, Node node) {
    ClusterView view = cluster.view();
    OptionalInt timeline =
        view.member(node.member()).map(Member::timeline).orElse(OptionalInt.empty());
    Optional<Node> leader = cluster.leaderIn(view);
    if (timeline.isEmpty()
        || leader.isEmpty()
        || view.leader().orElseThrow().timeline().equals(timeline)) {
      return OptionalLong.empty();
    }
    try {
      Long left = cluster.patroni(leader.get()).forks().get(timeline.getAsInt());
      return left == null ? OptionalLong.empty() : OptionalLong.of(left);
    } catch (IllegalStateException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * @param fork where the leader's history left the node's timeline, in bytes
   */
  static List<LogLine> complaints(List<LogLine> log, OptionalLong fork) {
    return log.stream()
        .filter(line -> COMPLAINT.matcher(line.text()).find() || endsBeyond(fork, line.text()))
        .toList();
  }

  private static boolean endsBeyond(OptionalLong fork, String said) {
    Matcher end = END.matcher(said);
    return fork.isPresent()
        && end.find()
        && LogSequenceNumber.valueOf(end.group(1)).asLong() > fork.getAsLong();
  }

  /** Whether the complaint was still made seconds after it was made first. */
  public static boolean lasting(List<LogLine> complaints) {
    return !complaints.isEmpty()
        && Duration.between(complaints.get(0).at(), complaints.get(complaints.size() - 1).at())
                .compareTo(AGAIN)
            >= 0;
  }
}

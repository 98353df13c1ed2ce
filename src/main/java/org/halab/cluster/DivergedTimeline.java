package org.halab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.LogLine;
import org.halab.domain.Node;

/** A node's own complaint that it went on alone where the leader's history turned. */
public final class DivergedTimeline {
  /**
   * PostgreSQL's ways to say it. The third is that of a node which cannot even start, for it had
   * gone on beyond the fork before it knew of it. The last is the one of a node that has the
   * leader's history from an archive, and whose own records do not fit it; said once, it is only
   * the end of its WAL.
   */
  private static final String COMPLAINT =
      ".*(is not in this server's history"
          + "|forked off current database system timeline \\d+ before current recovery point"
          + "|requested timeline \\d+ does not contain minimum recovery point"
          + "|record with incorrect prev-link).*";

  /** It says so again every five seconds. */
  private static final Duration COMPLAINS_AGAIN_WITHIN = Duration.ofSeconds(15);

  private static final Duration AGAIN = Duration.ofSeconds(4);

  private DivergedTimeline() {}

  /** The complaint, if it was made again and again lately. */
  static Optional<String> complaintOf(Cluster cluster, Node node) {
    return Optional.of(
            complaintsIn(cluster.access(node).logs(Instant.now().minus(COMPLAINS_AGAIN_WITHIN))))
        .filter(DivergedTimeline::lasting)
        .map(lines -> lines.get(0).text());
  }

  public static List<LogLine> complaintsIn(List<LogLine> log) {
    return log.stream().filter(line -> line.text().matches(COMPLAINT)).toList();
  }

  /** Whether the complaint was still made seconds after it was made first. */
  public static boolean lasting(List<LogLine> complaints) {
    return !complaints.isEmpty()
        && Duration.between(complaints.get(0).at(), complaints.get(complaints.size() - 1).at())
                .compareTo(AGAIN)
            >= 0;
  }
}

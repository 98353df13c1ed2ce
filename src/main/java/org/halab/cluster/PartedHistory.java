package org.halab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.LogLine;
import org.halab.domain.Node;

/** A node's own complaint that it went on alone where the leader's history turned. */
public final class PartedHistory {
  /** PostgreSQL's two ways to say it. */
  private static final String COMPLAINT =
      ".*(is not in this server's history"
          + "|forked off current database system timeline \\d+ before current recovery point).*";

  /** It says so again every five seconds. */
  private static final Duration COMPLAINS_AGAIN_WITHIN = Duration.ofSeconds(15);

  private PartedHistory() {}

  /** The complaint, if it was made lately. */
  static Optional<String> complaintOf(Cluster cluster, Node node) {
    return complaintsIn(cluster.access(node).logs(Instant.now().minus(COMPLAINS_AGAIN_WITHIN)))
        .stream()
        .map(LogLine::text)
        .findFirst();
  }

  static List<LogLine> complaintsIn(List<LogLine> log) {
    return log.stream().filter(line -> line.text().matches(COMPLAINT)).toList();
  }
}

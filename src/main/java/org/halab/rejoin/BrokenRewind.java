package org.halab.rejoin;

import java.util.List;
import org.halab.cluster.Cluster;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.fault.ContainerDown;
import org.halab.fault.Fault;
import org.halab.message.Message;
import org.halab.timing.Deadline;

/**
 * A node whose container is stopped while pg_rewind copies the leader's files onto its data.
 * Patroni ends its pg_rewind then; what that had emptied and not yet filled stays empty.
 */
public final class BrokenRewind implements AutoCloseable {
  /** The query by which pg_rewind gets files in pieces; before it the data are not touched. */
  private static final String COPIES =
      "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_read_binary_file(path, begin%'"
          + " AND pid <> pg_backend_pid()";

  private static final String BROKEN_OFF = "Cancelling long running task running pg_rewind";

  /** It lacks a file of the node's own WAL, or finds no history in what was emptied. */
  private static final String REFUSAL = "pg_rewind: error: ";

  private final Cluster cluster;
  private final Node node;
  private final Fault fault;

  private BrokenRewind(Cluster cluster, Node node) {
    this.cluster = cluster;
    this.node = node;
    this.fault = Fault.inflict(ContainerDown.stopped(cluster.access(node)), cluster);
  }

  /**
   * Waits until the node is being rewound, and stops its container.
   *
   * @throws org.halab.timing.NotInTime if it is not rewound, or was before anybody saw it
   */
  public static BrokenRewind of(Cluster cluster, Node node) {
    Node leader = cluster.leaderBeside(node);
    cluster
        .waits()
        .until(
            cluster.deadlines().standbyAssigned(),
            Message.of("rejoin.wait.copies").with("node", node).with("leader", leader),
            () -> cluster.sql(leader).query(COPIES).value(),
            copying -> !copying.equals("0"));
    return new BrokenRewind(cluster, node);
  }

  public Node node() {
    return node;
  }

  /** What Patroni said of it when it was stopped. */
  public List<LogLine> lines() {
    return said(
        cluster.deadlines().memberAnswers(),
        Message.of("rejoin.wait.brokenOff").with("node", node),
        BROKEN_OFF);
  }

  /** Waits until a later pg_rewind has said that it cannot do anything with the data any more. */
  public List<LogLine> awaitRefusal() {
    return said(
        cluster.deadlines().standbyAssigned(),
        Message.of("rejoin.wait.rewindRefused").with("node", node),
        REFUSAL);
  }

  private List<LogLine> said(Deadline deadline, Message awaited, String words) {
    return cluster
        .waits()
        .until(
            deadline,
            awaited,
            () ->
                cluster.access(node).logs(fault.at()).stream()
                    .filter(line -> line.text().contains(words))
                    .toList(),
            lines -> !lines.isEmpty())
        .value();
  }

  /** Starts it again. */
  public void heal() {
    fault.heal();
  }

  @Override
  public void close() {
    fault.close();
  }
}

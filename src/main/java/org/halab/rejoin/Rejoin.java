package org.halab.rejoin;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.halab.cluster.Cluster;
import org.halab.cluster.DivergedTimeline;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.timing.Deadline;

/** A node that was away and has returned. */
public final class Rejoin {
  private static final String SOCKET_IN_THE_WAY = ".s.PGSQL.";

  private final Cluster cluster;
  private final Node node;

  private Rejoin(Cluster cluster, Node node) {
    this.cluster = cluster;
    this.node = node;
  }

  /** The node whose container was started last; the other one if that leads. */
  public static Rejoin ofReturned(Cluster cluster) {
    Node last =
        cluster.nodes().stream()
            .max(Comparator.comparing(one -> startOf(cluster, one)))
            .orElseThrow();
    boolean leads = cluster.leaderIn(cluster.view()).filter(last::equals).isPresent();
    return of(cluster, leads ? cluster.successorOf(last) : last);
  }

  static Rejoin of(Cluster cluster, Node node) {
    return new Rejoin(cluster, node);
  }

  public Node node() {
    return node;
  }

  public Node leader() {
    return cluster.leaderBeside(node);
  }

  /** When its container was started, by the engine's record. */
  public Instant returned() {
    return startOf(cluster, node);
  }

  private static Instant startOf(Cluster cluster, Node node) {
    return cluster.access(node).startedAt();
  }

  /** Waits until the leader counts on it again; how long that took since its container started. */
  public Duration awaitSynchronous() {
    cluster
        .waits()
        .until(
            deadline(),
            Message.of("rejoin.wait.synchronous").with("leader", leader()).with("node", node),
            () ->
                cluster
                    .sql(leader())
                    .query("SELECT application_name, state, sync_state FROM pg_stat_replication"),
            table -> table.rows().contains(List.of(node.member(), "streaming", "sync")));
    return Duration.between(returned(), Instant.now());
  }

  /** Waits until it follows the leader, or has proven that it will not; see {@link Following}. */
  public Following.Seen awaitFollowing() {
    AtomicReference<Following.Seen> seen = new AtomicReference<>();
    cluster
        .waits()
        .whileThereIsHope(
            new NoWayBack(
                node,
                cluster.settings().loopWait(),
                () -> DivergedTimeline.in(cluster, node, log())),
            () -> seen.set(new Following(cluster, node).await(deadline())));
    return seen.get();
  }

  /** As it is now. */
  public Following.Seen look() throws SQLException {
    return new Following(cluster, node).look();
  }

  /** Waits until its PostgreSQL has said for seconds that its history is not the leader's. */
  public List<LogLine> awaitComplaints() {
    return cluster
        .waits()
        .until(
            deadline(),
            Message.of("rejoin.wait.complains").with("node", node),
            () -> DivergedTimeline.in(cluster, node, log()),
            DivergedTimeline::lasting)
        .value();
  }

  /** What Patroni says of it, wherever it can be asked, beside how it answers health checks. */
  public Claims claims() {
    return Claims.of(cluster, node);
  }

  /** Waits until its log says that pg_rewind came upon the socket in the data directory. */
  public List<LogLine> awaitRewindFailure() {
    return cluster
        .waits()
        .until(
            deadline(),
            Message.of("rejoin.wait.socket").with("node", node),
            () -> log().stream().filter(one -> one.text().contains(SOCKET_IN_THE_WAY)).toList(),
            lines -> !lines.isEmpty())
        .value();
  }

  public RejoinMethod wayBack() {
    return RejoinMethod.toldBy(log());
  }

  /** Its log since it returned. */
  public List<LogLine> log() {
    return cluster.access(node).logs(returned());
  }

  private Deadline deadline() {
    return cluster.deadlines().standbyAssigned();
  }
}

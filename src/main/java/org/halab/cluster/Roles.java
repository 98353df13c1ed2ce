package org.halab.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.ClusterView;
import org.halab.domain.LeaderLock;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.LeaderKey;
import org.halab.timing.Deadline;
import org.halab.timing.Observed;

/** Who leads and who follows, by every part that has a say in it. */
public final class Roles {
  private final Cluster cluster;

  public Roles(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Waits until one member leads and all others stream from it. */
  public ClusterView awaitLeaderAndFollower() {
    Condition.Seen seen =
        Condition.REPLICAS_STREAM.await(cluster, cluster.deadlines().standbyAssigned()).value();
    return (ClusterView) seen.what();
  }

  /** The leader key, as the DCS holds it. */
  public Optional<LeaderLock> leaderKey() {
    try (LeaderKey key = cluster.leaderKey()) {
      return key.read();
    }
  }

  /** Waits until this node leads, by its own Patroni and by the DCS. */
  public Observed<ClusterView> awaitLeads(Node node, Deadline deadline) {
    return awaitOneLeads(List.of(node), deadline);
  }

  /**
   * The node that leads, as soon as one of the nodes says it: all may be too busy for a moment, and
   * a leader whose session the DCS has forgotten is named again at its next round only.
   */
  public Node awaitLeader() {
    return cluster
        .waits()
        .until(
            cluster.deadlines().memberAnswers(),
            Message.of("cluster.wait.anyLeader"),
            cluster::leader,
            leader -> true)
        .value();
  }

  /** Waits until one of these nodes leads, by its own Patroni and by the DCS. */
  public Observed<ClusterView> awaitOneLeads(List<Node> nodes, Deadline deadline) {
    return cluster
        .waits()
        .until(
            deadline,
            Message.of("cluster.wait.leads").with("node", Message.joined(" / ", nodes)),
            () -> cluster.viewOf(nodes),
            view -> cluster.leaderIn(view).filter(nodes::contains).filter(this::leads).isPresent());
  }

  private boolean leads(Node node) {
    return cluster.patroni(node).passes("/primary")
        && leaderKey().map(LeaderLock::holder).equals(Optional.of(node.member()));
  }

  /** Waits until a node that came back streams from the leader. */
  public void awaitStreams(Node node) {
    cluster
        .waits()
        .until(
            cluster.deadlines().standbyAssigned(),
            Message.of("cluster.wait.streams").with("node", node),
            cluster::view,
            view ->
                view.member(node.member())
                    .filter(one -> one.state().equals("streaming"))
                    .isPresent());
  }

  /**
   * The timeline that a new leader's PostgreSQL writes, once it writes: Patroni says "leader" as
   * soon as it holds the lock, while PostgreSQL may still be promoted.
   */
  public int awaitTimeline(Node node) {
    return cluster
        .waits()
        .until(
            cluster.deadlines().replicated(),
            Message.of("cluster.wait.promoted").with("node", node),
            () -> cluster.timelineOf(node),
            timeline -> true)
        .value();
  }

  /** Waits for a line in a service's log, written since a moment, and returns all such lines. */
  public List<LogLine> awaitLog(
      String service, Instant since, Message expectation, String pattern, Deadline deadline) {
    return cluster
        .waits()
        .until(
            deadline,
            expectation,
            () ->
                cluster.access(service).logs(since).stream()
                    .filter(line -> line.text().matches(".*(" + pattern + ").*"))
                    .toList(),
            lines -> !lines.isEmpty())
        .value();
  }
}

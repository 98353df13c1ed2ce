package org.halab.experiment;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.checker.failover.FaultEvidence;
import org.halab.cluster.Cluster;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Settings;
import org.halab.domain.WriteProbe;
import org.halab.fault.Fault;
import org.halab.observe.ClockOffset;

/** What is seen of a cluster from now until closed, and what can be asked of that. */
public final class Recording implements AutoCloseable {
  private final Cluster cluster;
  private final Node leader;
  private final ClockOffset clock;
  private final Watching watching;
  private final LeaderLock heldBefore;
  private final Settings settings;

  /**
   * @param leader who leads now
   */
  Recording(Cluster cluster, Node leader) throws SQLException {
    this.cluster = cluster;
    this.leader = leader;
    this.clock = ClockOffset.of(cluster.sql(leader).patient());
    this.settings = cluster.settings();
    this.watching = new Watching(cluster);
    this.heldBefore =
        watching.lockChanges().stream()
            .flatMap(change -> change.lock().stream())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Nobody holds the leader lock"));
  }

  Watching watching() {
    return watching;
  }

  /** Who held the leader lock last. */
  Node lastHolder() {
    return watching.lockChanges().stream()
        .flatMap(change -> change.lock().stream())
        .reduce((earlier, later) -> later)
        .flatMap(lock -> cluster.nodeOf(lock.holder()))
        .orElse(leader);
  }

  /** Whether a node was ever seen to be the primary since a moment. */
  boolean sawPrimary(Node node, Instant since) {
    return watching.lanes().stream()
        .filter(lane -> lane.kind() == Lane.Kind.ROLE && lane.name().equals(node.member()))
        .anyMatch(lane -> lane.became("primary", since).isPresent());
  }

  /** When a service's container ended, first after a moment. */
  Optional<Instant> wentDown(String service, Instant since) {
    return container(service).became("exited", since);
  }

  /**
   * How long a service's container stood still after a moment, by the engine's own record.
   *
   * @throws IllegalStateException if it did not, or still does
   */
  public Duration frozen(String service, Instant since) {
    Lane container = container(service);
    Instant from = container.became("frozen", since).orElseThrow(IllegalStateException::new);
    Instant to = container.became("running", from).orElseThrow(IllegalStateException::new);
    return Duration.between(from, to);
  }

  private Lane container(String service) {
    return watching.lanes().stream()
        .filter(lane -> lane.kind() == Lane.Kind.CONTAINER && lane.name().equals(service))
        .findFirst()
        .orElseThrow();
  }

  /** How far the logs' clock may be from the clients'. */
  public Duration clockError() {
    return clock.atMost();
  }

  /** All that was recorded of a fault until now. */
  FaultEvidence evidence(Fault fault, List<WriteProbe> probes, History history) {
    return new FaultEvidence(
        fault.done(),
        fault.at(),
        fault.healedAt(),
        leader,
        lastHolder(),
        heldBefore,
        logs(fault.at()),
        watching.lockChanges(),
        watching.lanes(),
        probes,
        history,
        settings);
  }

  private List<LogLine> logs(Instant since) {
    List<LogLine> logs = new ArrayList<>();
    cluster.project().containers().forEach(container -> logs.addAll(container.logs(since)));
    return logs;
  }

  @Override
  public void close() {
    watching.close();
  }
}

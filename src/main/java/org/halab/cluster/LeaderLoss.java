package org.halab.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halab.checker.RowSet;
import org.halab.control.ContainerDown;
import org.halab.control.Fault;
import org.halab.domain.BalancerServer;
import org.halab.domain.History;
import org.halab.domain.LeaderLock;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.Outcome;
import org.halab.observe.LockWatch;
import org.halab.report.FailoverStory;
import org.halab.timing.Deadline;
import org.halab.workload.NumberedRows;

/** The experiment behind task A1: clients work, the leader is lost, and all is watched. */
public final class LeaderLoss implements AutoCloseable {
  private static final int TIMELINE_DIGITS = 8;
  private static final int WARM_UP_WRITES = 20;
  private static final int SETTLED_WRITES = 20;
  private static final Deadline CLIENTS =
      new Deadline("client deadline", Duration.ofSeconds(30), "20 writes, each at most 4 s late");

  private final Cluster cluster;
  private final Node oldLeader;
  private final int oldTimeline;
  private final LockWatch lock;
  private final LeaderLock heldBefore;
  private NumberedRows clients;
  private Fault fault;
  private String done;
  private History history;

  /** Starts to watch; the cluster is a running one. */
  public LeaderLoss(Cluster cluster) throws SQLException {
    this.cluster = cluster;
    this.oldLeader = cluster.leader();
    this.oldTimeline = timelineOf(oldLeader);
    this.lock = new LockWatch(cluster.zookeeper());
    this.heldBefore =
        lock.changes().stream()
            .flatMap(change -> change.lock().stream())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Nobody holds the leader lock"));
  }

  /** Starts the clients, and waits until they work. */
  public void startClients() throws SQLException {
    clients = new NumberedRows(cluster.entrypoint());
    awaitAcknowledged(Instant.EPOCH, WARM_UP_WRITES, "clients to work through the entrypoint");
  }

  public void stop() {
    done = "was stopped";
    fault = ContainerDown.stop(cluster.project().engine(), cluster.access(oldLeader));
  }

  public void kill() {
    done = "was killed";
    fault = ContainerDown.kill(cluster.project().engine(), cluster.access(oldLeader));
  }

  public Node oldLeader() {
    return oldLeader;
  }

  public Node newLeader() {
    return cluster.other(oldLeader);
  }

  public int oldTimeline() {
    return oldTimeline;
  }

  /**
   * The timeline that the new leader's PostgreSQL writes, once it writes: Patroni says "leader" as
   * soon as it holds the lock, while PostgreSQL may still be promoted.
   */
  public int newTimeline() {
    return cluster
        .waits()
        .until(
            cluster.deadlines().replicated(),
            newLeader() + " to be promoted",
            () -> timelineOf(newLeader()),
            timeline -> true)
        .value();
  }

  public Duration sinceFault(Instant moment) {
    return Duration.between(fault.at(), moment);
  }

  /**
   * Lets the clients work on until the entrypoint has settled, then ends them: the balancer has
   * taken the lost node out, and writes succeed one after the other. Its first success may come
   * long before.
   */
  public History endClients() {
    if (history == null) {
      Instant settled = awaitSettled();
      awaitAcknowledged(settled, SETTLED_WRITES, "clients to work again through the entrypoint");
      clients.close();
      history = clients.history();
    }
    return history;
  }

  private Instant awaitSettled() {
    cluster
        .waits()
        .until(
            cluster.deadlines().entrypointSwitched(),
            "HAProxy to have the new leader's server UP and the old one's DOWN",
            () -> List.of(cluster.serverOf(newLeader()), cluster.serverOf(oldLeader)),
            servers ->
                servers.get(0).filter(BalancerServer::up).isPresent()
                    && servers.get(1).filter(BalancerServer::up).isEmpty());
    return Instant.now();
  }

  private void awaitAcknowledged(Instant since, int count, String expectation) {
    cluster
        .waits()
        .until(
            CLIENTS,
            expectation + " (" + count + " writes)",
            () -> acknowledgedSince(since),
            seen -> seen >= count);
  }

  private long acknowledgedSince(Instant since) {
    return clients.history().of(Operation.Kind.WRITE).operations().stream()
        .filter(one -> one.start().isAfter(since) && one.outcome() == Outcome.ACKNOWLEDGED)
        .count();
  }

  /** The clients' rows against those that the new leader has. */
  public RowSet rows() throws SQLException {
    History ended = endClients();
    List<Long> present =
        cluster
            .sql(newLeader())
            .query("SELECT number FROM " + NumberedRows.TABLE)
            .column("number")
            .stream()
            .map(Long::parseLong)
            .toList();
    return RowSet.judge(ended, present);
  }

  /** What happened, from all that was recorded until now. */
  public FailoverStory story() {
    List<LogLine> logs = new ArrayList<>();
    for (String service : cluster.project().stack().services()) {
      logs.addAll(cluster.access(service).logs(fault.at()));
    }
    return new FailoverStory(
        new FailoverStory.Evidence(
            done,
            fault.at(),
            oldLeader,
            newLeader(),
            heldBefore,
            logs,
            lock.changes(),
            clients == null ? new History(List.of()) : endClients()));
  }

  /** From the name of the WAL file that is written now; refused by a node in recovery. */
  private int timelineOf(Node node) throws SQLException {
    String file = cluster.sql(node).query("SELECT pg_walfile_name(pg_current_wal_lsn())").value();
    return Integer.parseInt(file.substring(0, TIMELINE_DIGITS), 16);
  }

  /** Ends the clients and the watch. The node stays down until the cluster is restored. */
  @Override
  public void close() {
    if (clients != null) {
      clients.close();
    }
    lock.close();
  }
}

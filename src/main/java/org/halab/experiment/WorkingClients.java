package org.halab.experiment;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halab.cluster.Cluster;
import org.halab.domain.BalancerServer;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.SentCommit;
import org.halab.domain.Sighting;
import org.halab.message.Message;
import org.halab.observe.Balancer;
import org.halab.observe.Sql;
import org.halab.timing.Deadline;
import org.halab.workload.NumberedRows;

/** The clients of an experiment: they work before the fault, and until all has settled after it. */
public final class WorkingClients implements AutoCloseable {
  private static final int WARM_UP_WRITES = 20;
  private static final int SETTLED_WRITES = 20;
  private static final Deadline CLIENTS =
      new Deadline(
          Message.of("experiment.clientDeadline"),
          Duration.ofSeconds(30),
          Message.of("experiment.clientDeadline.why"));

  private final Cluster cluster;
  private final NumberedRows clients;
  private volatile History history;

  /**
   * Makes the clients' tables anew and starts them.
   *
   * @param leader where tables can be made, wherever the entrypoint leads
   */
  WorkingClients(Cluster cluster, Sql leader) throws SQLException {
    this.cluster = cluster;
    this.clients = new NumberedRows(cluster.entrypoint(), leader);
  }

  public void awaitWarm() {
    awaitAcknowledged(Instant.EPOCH, WARM_UP_WRITES, Message.of("experiment.wait.work"));
  }

  /** Waits until so many further writes are acknowledged. */
  public void awaitMore(int writes) {
    awaitAcknowledged(Instant.now(), writes, Message.of("experiment.wait.goOn"));
  }

  public boolean ended() {
    return history != null;
  }

  /** What happened so far. */
  public History history() {
    return history == null ? clients.history() : history;
  }

  /** What ended after a moment, also when the clients have ended. */
  List<Operation> endedSince(Instant moment) {
    return clients.endedSince(moment);
  }

  /** The commits of the writes of unknown outcome, by their rows' numbers. */
  Map<Long, SentCommit> unknown() {
    return clients.unknown();
  }

  public List<Sighting> sightings() {
    return clients.sightings();
  }

  /**
   * Lets the clients work on until the entrypoint has settled, then ends them: the balancer leads
   * to the leader and to no other node, and writes succeed one after the other. Its first success
   * may come long before.
   */
  public History end() {
    if (history == null) {
      Instant settled = awaitSettled();
      awaitAcknowledged(settled, SETTLED_WRITES, Message.of("experiment.wait.workAgain"));
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
            Message.of("experiment.wait.oneUp"),
            this::serversUp,
            up -> up.stream().allMatch(servers -> servers == 1));
    return Instant.now();
  }

  /**
   * How many servers are UP by each entrypoint that answers; clients can do without the others.
   *
   * @throws IOException if none does
   */
  private List<Long> serversUp() throws IOException {
    List<Long> up = new ArrayList<>();
    IOException silent = null;
    for (Balancer balancer : cluster.balancers()) {
      try {
        up.add(balancer.serversQuickly().stream().filter(BalancerServer::up).count());
      } catch (IOException | IllegalStateException e) {
        silent = new IOException(balancer.service() + " does not answer: " + e.getMessage(), e);
      }
    }
    if (up.isEmpty()) {
      throw silent;
    }
    return up;
  }

  private void awaitAcknowledged(Instant since, int count, Message expectation) {
    cluster
        .waits()
        .until(
            CLIENTS,
            Message.of("experiment.wait.writes")
                .with("expectation", expectation)
                .with("count", count),
            () -> acknowledgedSince(since),
            seen -> seen >= count);
  }

  private long acknowledgedSince(Instant since) {
    return clients.history().of(Operation.Kind.WRITE).operations().stream()
        .filter(one -> one.start().isAfter(since) && one.acknowledged())
        .count();
  }

  @Override
  public void close() {
    clients.close();
  }
}

package org.halab.experiment;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.checker.BankLedger;
import org.halab.checker.CounterBounds;
import org.halab.checker.MonotonicReads;
import org.halab.checker.RowSet;
import org.halab.checker.Verdict;
import org.halab.checker.WritableNodes;
import org.halab.checker.WriteOrder;
import org.halab.checker.failover.Failover;
import org.halab.checker.failover.FaultEvidence;
import org.halab.checker.failover.OutageJudgement;
import org.halab.cluster.Cluster;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.OutageBound;
import org.halab.domain.Outcome;
import org.halab.domain.Return;
import org.halab.domain.Sighting;
import org.halab.domain.WayIn;
import org.halab.domain.WriteProbe;
import org.halab.fault.CutOff;
import org.halab.fault.Fault;
import org.halab.fault.FaultAction;
import org.halab.fault.NamedFault;
import org.halab.observe.ClockOffset;
import org.halab.observe.Sql;
import org.halab.workload.NodeProbes;
import org.halab.workload.WrittenData;

/** A fault under the eyes of clients, probes and watches: everything is recorded, then judged. */
public final class Experiment implements AutoCloseable {
  private final Cluster cluster;
  private final Node oldLeader;
  private final Node successor;
  private final int oldTimeline;
  private final LeaderLock heldBefore;
  private final ClockOffset clock;
  private final Watching watching;
  private WorkingClients clients;
  private NodeProbes probes;
  private WaysIn ways;
  private Return returned;
  private Fault fault;
  private Optional<OutageBound> bound = Optional.empty();
  private boolean heldAgainstBound;
  private Fault hold;
  private Instant heldBackSince = Instant.MAX;

  /** Starts to watch; the cluster is a running one. */
  public Experiment(Cluster cluster) throws SQLException {
    this.cluster = cluster;
    this.oldLeader = cluster.leader();
    this.successor = cluster.successorOf(oldLeader);
    this.oldTimeline = cluster.timelineOf(oldLeader);
    this.clock = ClockOffset.of(cluster.sql(oldLeader));
    this.watching = new Watching(cluster);
    this.heldBefore =
        watching.lockChanges().stream()
            .flatMap(change -> change.lock().stream())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Nobody holds the leader lock"));
  }

  /** Starts the clients and the probes of each node, and waits until they work. */
  public void startClients() throws SQLException {
    clients = new WorkingClients(cluster);
    Map<String, Sql> nodes = new LinkedHashMap<>();
    cluster.nodes().forEach(node -> nodes.put(node.service(), cluster.sql(node)));
    probes = new NodeProbes(cluster.sql(oldLeader), nodes);
    clients.awaitWarm();
  }

  /** How many operations the clients have carried out so far. */
  int operations() {
    return clients.history().operations().size();
  }

  /** Starts clients that connect anew for each write, by every way to the database. */
  public void startArrivals(int perSecond) throws SQLException {
    ways = new WaysIn(cluster, perSecond);
  }

  /** The ways to the database, compared; their clients have ended when this is asked. */
  public WaysIn ways() {
    if (ways == null) {
      throw new IllegalStateException("No clients connect anew in this experiment");
    }
    return ways;
  }

  /** Takes down how the node that was away came back. */
  public void returned(Return how) {
    returned = how;
  }

  /** How the node that was away came back, if that was looked at. */
  public Optional<Return> returned() {
    return Optional.ofNullable(returned);
  }

  /**
   * What became of those who connected anew, by each way to the node that leads now, beside those
   * who kept their sessions; empty if nobody connected anew.
   */
  public List<WayIn> waysIn() {
    if (ways == null) {
      return List.of();
    }
    List<WayIn> all = new ArrayList<>(ways.reaching(lastHolder()));
    all.add(new WayIn(WaysIn.SESSIONS, true, endClients().of(Operation.Kind.WRITE)));
    return all;
  }

  /** Waits until the clients have had so many further writes acknowledged. */
  public void awaitFurtherWrites(int writes) {
    clients.awaitMore(writes);
  }

  /** Keeps replication from the leader to the other node back, from now on. */
  public void holdReplicationBack() {
    heldBackSince = Instant.now();
    hold = Fault.inflict(CutOff.FROM_REPLICA.on(cluster, oldLeader), cluster);
  }

  /**
   * Acknowledged rows that the leader does not have; and of these, those acknowledged too early.
   */
  public LostRows lostRows() throws SQLException {
    Verdict verdict = verdict();
    History earlier = endClients().of(Operation.Kind.WRITE).endedIn(Instant.MIN, heldBackSince);
    Set<Long> before = new TreeSet<>(earlier.numbers(Outcome.ACKNOWLEDGED));
    before.retainAll(verdict.rows().lost());
    return new LostRows(verdict.rows(), before);
  }

  /**
   * What an experiment lost.
   *
   * @param early the lost rows that were acknowledged before replication was held back
   */
  public record LostRows(RowSet rows, Set<Long> early) {}

  /** Waits until the last ten writes of clients were all refused. */
  public void awaitRefusedWrites() {
    cluster
        .waits()
        .until(
            cluster.deadlines().replicated(),
            "ten writes in a row to be refused",
            () -> {
              List<Operation> writes = clients.history().of(Operation.Kind.WRITE).operations();
              return writes.subList(Math.max(0, writes.size() - 10), writes.size()).stream()
                  .noneMatch(Operation::acknowledged);
            });
  }

  /** Waits until no node has taken a write for a second. */
  public void awaitNoWrites() {
    cluster
        .waits()
        .until(
            cluster.deadlines().crashFailover(),
            "no node to take writes",
            this::takenInTheLastSecond,
            taken -> taken == 0);
  }

  private long takenInTheLastSecond() {
    return writesTakenSince(Instant.now().minusSeconds(1));
  }

  /** How many writes that were sent straight to a node were taken. */
  public long writesTakenSince(Instant moment) {
    return probes.probes().stream()
        .filter(probe -> probe.taken() && probe.end().isAfter(moment))
        .count();
  }

  /** The writes that were acknowledged while a service's container did not run. */
  public List<Operation> acknowledgedWhileDown(String service) {
    Instant from = container(service).became("exited", fault().at()).orElseThrow();
    Instant to = fault().healedAt().orElseThrow();
    return endClients().of(Operation.Kind.WRITE).operations().stream()
        .filter(Operation::acknowledged)
        .filter(one -> one.start().isAfter(from) && one.end().isBefore(to))
        .toList();
  }

  /** Whether a node was ever seen to be the primary since the fault. */
  public boolean sawPrimary(Node node) {
    return watching.lanes().stream()
        .filter(lane -> lane.kind() == Lane.Kind.ROLE && lane.name().equals(node.member()))
        .anyMatch(lane -> lane.became("primary", fault().at()).isPresent());
  }

  /** Breaks something of the cluster as it stands now. */
  public void inflict(NamedFault name) throws SQLException {
    bound = name.bound(cluster);
    inflict(name.on(cluster, oldLeader));
  }

  /** Breaks something that the features have no name for. */
  public void inflict(FaultAction action) {
    fault = Fault.inflict(action, cluster);
  }

  public void heal() {
    fault().heal();
  }

  public Fault fault() {
    if (fault == null) {
      throw new IllegalStateException("Nothing was broken yet");
    }
    return fault;
  }

  public boolean concluded() {
    return fault != null && clients != null && clients.ended();
  }

  /** The outage held against the longest that the settings allow for after this fault. */
  public OutageJudgement outage() {
    heldAgainstBound = true;
    return OutageJudgement.judge(
        evidence(),
        bound.orElseThrow(
            () ->
                new IllegalStateException("No bound is known after this fault: " + fault.done())));
  }

  /** What the outage was held against; empty if nobody expected the cluster to mend it in time. */
  public Optional<OutageBound> bound() {
    return heldAgainstBound ? bound : Optional.empty();
  }

  public Node oldLeader() {
    return oldLeader;
  }

  /** The node that is to take over. */
  public Node successor() {
    return successor;
  }

  public int oldTimeline() {
    return oldTimeline;
  }

  /**
   * How long a service's container stood still, by the engine's own record.
   *
   * @throws IllegalStateException if it did not, or still does
   */
  public Duration frozen(String service) {
    Lane container = container(service);
    Instant from = container.became("frozen", fault().at()).orElseThrow(IllegalStateException::new);
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

  public Duration sinceFault(Instant moment) {
    return Duration.between(fault().at(), moment);
  }

  /** Lets the clients work until the entrypoint has settled, then ends them and the probes. */
  public History endClients() {
    History history = clients == null ? new History(List.of()) : clients.end();
    if (probes != null) {
      probes.close();
    }
    return history;
  }

  /** What the clients wrote and saw, against what the leader has now. */
  public Verdict verdict() throws SQLException {
    History history = endClients();
    WrittenData data = WrittenData.on(cluster.sql(cluster.leader()));
    List<Sighting> sightings = new ArrayList<>(clients.sightings());
    sightings.addAll(probes.sightings());
    return new Verdict(
        RowSet.judge(history, data.rows()),
        WriteOrder.judge(history, data.rows()),
        CounterBounds.judge(history, data.counter()),
        BankLedger.judge(history, WrittenData.openingBalances(), data.balances(), data.ledger()),
        MonotonicReads.judge(sightings),
        WritableNodes.judge(probes.probes()));
  }

  /** Who took writes, so far. */
  public WritableNodes writableNodes() {
    return WritableNodes.judge(probes.probes());
  }

  /** How many writes each node took and refused, when they were sent to it alone. */
  public String probesTold() {
    return cluster.nodes().stream()
        .map(
            node ->
                "%s took %d of %d writes sent straight to it"
                    .formatted(
                        node,
                        probesOf(node).filter(WriteProbe::taken).count(),
                        probesOf(node).count()))
        .collect(Collectors.joining("; "));
  }

  private Stream<WriteProbe> probesOf(Node node) {
    return probes.probes().stream().filter(probe -> probe.node().equals(node.service()));
  }

  /** What happened, from all that was recorded until now. */
  public Failover failover() {
    return new Failover(evidence());
  }

  public FaultEvidence evidence() {
    List<LogLine> logs = new ArrayList<>();
    for (String service : cluster.project().stack().services()) {
      logs.addAll(cluster.access(service).logs(fault().at()));
    }
    return new FaultEvidence(
        fault().done(),
        fault().at(),
        fault().healedAt(),
        oldLeader,
        lastHolder(),
        heldBefore,
        logs,
        watching.lockChanges(),
        watching.lanes(),
        probes == null ? List.of() : probes.probes(),
        clients == null ? new History(List.of()) : endClients());
  }

  private Node lastHolder() {
    return watching.lockChanges().stream()
        .flatMap(change -> change.lock().stream())
        .reduce((earlier, later) -> later)
        .flatMap(lock -> Optional.of(lock.holder()))
        .flatMap(cluster::nodeOf)
        .orElse(oldLeader);
  }

  /** Ends the clients, heals the fault and ends the watches. */
  @Override
  public void close() {
    try {
      if (clients != null) {
        clients.close();
      }
      if (probes != null) {
        probes.close();
      }
      if (ways != null) {
        ways.close();
      }
      if (fault != null) {
        fault.close();
      }
      if (hold != null) {
        hold.close();
      }
    } finally {
      watching.close();
    }
  }
}

package org.halab.experiment;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.checker.failover.Failover;
import org.halab.checker.failover.FaultEvidence;
import org.halab.checker.failover.OutageJudgement;
import org.halab.checker.failover.PauseJudgement;
import org.halab.cluster.Cluster;
import org.halab.domain.Guess;
import org.halab.domain.History;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.OutageBound;
import org.halab.domain.Outcome;
import org.halab.domain.ReplicationSettings;
import org.halab.domain.Return;
import org.halab.domain.WayIn;
import org.halab.fault.Fault;
import org.halab.fault.FaultAction;
import org.halab.fault.NamedFault;
import org.halab.message.Message;
import org.halab.workload.ListLoad;
import org.halab.workload.Pulse;

/**
 * A fault under the eyes of clients, probes and watches: everything is recorded, then judged. What
 * an experiment does without stays empty.
 */
public final class Experiment implements AutoCloseable {
  private final Cluster cluster;
  private final Node oldLeader;
  private final List<Node> successors;
  private final int oldTimeline;
  private final Recording recording;
  private volatile Optional<Clients> clients = Optional.empty();
  private Optional<WaysIn> ways = Optional.empty();
  private Optional<ListWork> lists = Optional.empty();
  private Optional<Pulse> pulse = Optional.empty();
  private Optional<ReplicationHeldBack> heldBack = Optional.empty();
  private volatile Optional<Fault> fault = Optional.empty();
  private Optional<NamedFault> named = Optional.empty();
  private Optional<ReplicationSettings> replication = Optional.empty();
  private Optional<OutageBound> allowed = Optional.empty();
  private Optional<OutageBound> heldAgainst = Optional.empty();
  private Optional<Return> returned = Optional.empty();
  private Optional<Guess> guess = Optional.empty();

  /** Starts to watch; the cluster is a running one. */
  public Experiment(Cluster cluster) throws SQLException {
    this.cluster = cluster;
    this.oldLeader = cluster.leader();
    this.successors = cluster.successorsOf(oldLeader);
    this.oldTimeline = cluster.timelineOf(oldLeader);
    this.recording = new Recording(cluster, oldLeader);
  }

  public Node oldLeader() {
    return oldLeader;
  }

  /** The nodes of which one is to take over. */
  public List<Node> successors() {
    return successors;
  }

  /** The node that is to take over; of several the one that did, once it was seen to. */
  public Node successor() {
    return Optional.of(recording.lastHolder())
        .filter(successors::contains)
        .orElse(successors.get(0));
  }

  public int oldTimeline() {
    return oldTimeline;
  }

  public Recording recording() {
    return recording;
  }

  /** What looks at each part, for those who show it meanwhile. */
  public Watching watching() {
    return recording.watching();
  }

  /** Whether clients work, or have worked. */
  public boolean hasClients() {
    return clients.isPresent();
  }

  /** Whether clients work now. */
  public boolean clientsWork() {
    return clients.filter(working -> !working.ended()).isPresent();
  }

  /** What clients were answered after a moment; nothing if none worked. */
  public List<Operation> answeredSince(Instant moment) {
    return clients.map(working -> working.endedSince(moment)).orElse(List.of());
  }

  /** What was broken, if anything was. */
  public Optional<Fault> broken() {
    return fault;
  }

  /** Starts the clients and the probes of each node, and waits until they work. */
  public void startClients() throws SQLException {
    Clients started = new Clients(cluster, oldLeader);
    clients = Optional.of(started);
    started.awaitWarm();
  }

  public Clients clients() {
    return clients.orElseThrow(
        () -> new IllegalStateException("No clients work in this experiment"));
  }

  /**
   * Lets the clients work until the entrypoint has settled, then ends them and the probes; what
   * they were answered, nothing if there were none.
   */
  public History endClients() {
    return clients.map(Clients::end).orElse(new History(List.of()));
  }

  /** Starts clients whose transactions go over lists, and waits until they work. */
  public void startLists(ListLoad load) throws SQLException {
    lists = Optional.of(new ListWork(cluster, oldLeader, load));
  }

  /** The transactions over lists; empty if there are none in this experiment. */
  public Optional<ListWork> lists() {
    return lists;
  }

  /** Starts clients that write so closely that a time without a success can be told exactly. */
  public void startPulse(int perSecond) throws SQLException {
    Pulse started = new Pulse(perSecond, cluster.entrypoint(), cluster.sql(oldLeader));
    pulse = Optional.of(started);
    awaitBeats(started, perSecond);
  }

  /** Lets these clients work for a second more, and ends them; what they were answered. */
  public History endPulse() {
    Pulse working =
        pulse.orElseThrow(() -> new IllegalStateException("No pulse in this experiment"));
    awaitBeats(working, working.size());
    working.close();
    return working.history();
  }

  private void awaitBeats(Pulse working, int count) {
    Instant since = Instant.now();
    cluster
        .waits()
        .until(
            cluster.deadlines().entrypointSwitched(),
            Message.of("experiment.wait.writes")
                .with("expectation", Message.of("experiment.wait.work"))
                .with("count", count),
            () -> working.history().endedIn(since, Instant.MAX).count(Outcome.ACKNOWLEDGED),
            seen -> seen >= count);
  }

  /** Starts clients that connect anew for each write, by every way to the database. */
  public void startArrivals(int perSecond) throws SQLException {
    ways = Optional.of(new WaysIn(cluster, perSecond));
  }

  /** The ways to the database, compared; their clients have ended when this is asked. */
  public WaysIn ways() {
    return ways.orElseThrow(
        () -> new IllegalStateException("No clients connect anew in this experiment"));
  }

  /**
   * What became of those who connected anew, by each way to the node that leads now, beside those
   * who kept their sessions; empty if nobody connected anew.
   */
  public List<WayIn> waysIn() {
    if (ways.isEmpty()) {
      return List.of();
    }
    List<WayIn> all = new ArrayList<>(ways().reaching(recording.lastHolder()));
    all.add(new WayIn(WaysIn.SESSIONS, true, endClients().of(Operation.Kind.WRITE)));
    return all;
  }

  /** Takes down how the node that was away came back. */
  public void returned(Return how) {
    returned = Optional.of(how);
  }

  /** How the node that was away came back, if that was looked at. */
  public Optional<Return> returned() {
    return returned;
  }

  /** Takes down what somebody expects of the fault that comes next. */
  public void guess(Guess expected) {
    guess = Optional.of(expected);
  }

  /** What was expected of the fault, if somebody was asked. */
  public Optional<Guess> guess() {
    return guess;
  }

  /** Keeps replication from the leader to its standby back, from now on. */
  public void holdReplicationBack() {
    heldBack = Optional.of(new ReplicationHeldBack(cluster, oldLeader));
  }

  /**
   * Acknowledged rows that the leader does not have; and of these, those acknowledged too early.
   */
  public LostRows lostRows() throws SQLException {
    return LostRows.judge(
        clients().verdict().rows(),
        endClients(),
        heldBack.map(ReplicationHeldBack::since).orElse(Instant.MAX));
  }

  /** Breaks something of the cluster as it stands now. */
  public void inflict(NamedFault name) throws SQLException {
    allowed = name.bound(cluster, oldLeader);
    named = Optional.of(name);
    replication = name.calibrated() ? replicationSettings() : Optional.empty();
    inflict(name.on(cluster, oldLeader));
  }

  /**
   * Patroni is not asked who leads: it may not answer, and the fault must not come later for what
   * only a comparison needs.
   */
  private Optional<ReplicationSettings> replicationSettings() {
    try {
      return Optional.of(cluster.replicationSettings(oldLeader));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  /** Breaks something that the features have no name for. */
  public void inflict(FaultAction action) {
    fault = Optional.of(Fault.inflict(action, cluster));
  }

  /** What was broken, as the features name it; empty if they have no name for it. */
  public Optional<String> named() {
    return named.map(NamedFault::words);
  }

  /** What PostgreSQL went by before the fault, if the stages after it are computed from that. */
  public Optional<ReplicationSettings> replication() {
    return replication;
  }

  public void heal() {
    fault().heal();
  }

  public Fault fault() {
    return fault.orElseThrow(() -> new IllegalStateException("Nothing was broken yet"));
  }

  public Duration sinceFault(Instant moment) {
    return Duration.between(fault().at(), moment);
  }

  /** Whether something was broken and the clients have had their say on it. */
  public boolean concluded() {
    return fault.isPresent() && clients.filter(Clients::ended).isPresent();
  }

  /** Whether a node was ever seen to be the primary since the fault. */
  public boolean sawPrimary(Node node) {
    return recording.sawPrimary(node, fault().at());
  }

  /** The writes that were acknowledged while a service's container did not run. */
  public List<Operation> acknowledgedWhileDown(String service) {
    Instant from = recording.wentDown(service, fault().at()).orElseThrow();
    Instant to = fault().healedAt().orElseThrow();
    return endClients().of(Operation.Kind.WRITE).operations().stream()
        .filter(Operation::acknowledged)
        .filter(one -> one.start().isAfter(from) && one.end().isBefore(to))
        .toList();
  }

  /**
   * The outage held against the longest that the settings allow for after this fault.
   *
   * @throws IllegalStateException if they do not bound it
   */
  public OutageJudgement outage() {
    heldAgainst = allowed;
    return OutageJudgement.judge(
        evidence(),
        allowed.orElseThrow(
            () -> new IllegalStateException("No bound is known after this: " + fault().done())));
  }

  /**
   * The longest time without writes held against what the settings allow for each of the parts that
   * were touched one after the other.
   *
   * @throws IllegalStateException if they do not bound it
   */
  public PauseJudgement pause() {
    return PauseJudgement.judge(
        evidence(),
        allowed.orElseThrow(
            () -> new IllegalStateException("No bound is known after this: " + fault().done())));
  }

  /** What the outage was held against; empty if nobody expected the cluster to mend it in time. */
  public Optional<OutageBound> bound() {
    return heldAgainst;
  }

  /** The longest outage that the settings allow for; empty if they do not bound it. */
  public Optional<OutageBound> allowed() {
    return allowed;
  }

  /** What happened, from all that was recorded until now. */
  public Failover failover() {
    return new Failover(evidence());
  }

  public FaultEvidence evidence() {
    History history = endClients();
    return recording.evidence(fault(), clients.map(Clients::probes).orElse(List.of()), history);
  }

  /** Ends the clients, heals what was broken and ends the watches, whichever of these fails. */
  @Override
  public void close() {
    try (recording;
        ReplicationHeldBack replication = heldBack.orElse(null);
        Fault broken = fault.orElse(null);
        WaysIn arriving = ways.orElse(null);
        ListWork transactions = lists.orElse(null);
        Pulse beating = pulse.orElse(null);
        Clients working = clients.orElse(null)) {
      // closed in the opposite order
    }
  }
}

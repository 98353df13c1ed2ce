package org.halab.experiment;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.checker.BankLedger;
import org.halab.checker.CounterBounds;
import org.halab.checker.MonotonicReads;
import org.halab.checker.RowSet;
import org.halab.checker.UnknownWrites;
import org.halab.checker.Verdict;
import org.halab.checker.WritableNodes;
import org.halab.checker.WriteOrder;
import org.halab.cluster.Cluster;
import org.halab.cluster.Roles;
import org.halab.domain.History;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.Outcome;
import org.halab.domain.SentCommit;
import org.halab.domain.Sighting;
import org.halab.domain.WriteProbe;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.workload.NodeProbes;
import org.halab.workload.WrittenData;

/**
 * The clients of an experiment, who come through the entrypoint and keep their sessions, and the
 * probes of each node beside them.
 */
public final class Clients implements AutoCloseable {
  /** In a row refused, writes are refused for everyone. */
  private static final int REFUSED_WRITES = 10;

  private final Cluster cluster;
  private final WorkingClients working;
  private final NodeProbes probes;

  /**
   * Makes their tables anew and starts them.
   *
   * @param leader where tables can be made
   */
  Clients(Cluster cluster, Node leader) throws SQLException {
    this.cluster = cluster;
    this.working = new WorkingClients(cluster, cluster.sql(leader));
    Map<String, Sql> nodes = new LinkedHashMap<>();
    cluster.nodes().forEach(node -> nodes.put(node.service(), cluster.sql(node)));
    this.probes = new NodeProbes(cluster.sql(leader), nodes);
  }

  void awaitWarm() {
    working.awaitWarm();
  }

  /** How many operations they have carried out so far. */
  int operations() {
    return working.history().operations().size();
  }

  /** What ended after a moment. */
  List<Operation> endedSince(Instant moment) {
    return working.endedSince(moment);
  }

  /** Waits until so many further writes are acknowledged. */
  public void awaitFurtherWrites(int writes) {
    working.awaitMore(writes);
  }

  /** Waits until the last ten writes were all refused. */
  public void awaitRefusedWrites() {
    cluster
        .waits()
        .until(
            cluster.deadlines().replicated(),
            Message.of("experiment.wait.refused"),
            () -> {
              List<Operation> writes = working.history().of(Operation.Kind.WRITE).operations();
              return writes.stream()
                  .skip(Math.max(0, writes.size() - REFUSED_WRITES))
                  .noneMatch(Operation::acknowledged);
            });
  }

  /** Waits until no node has taken a write for a second. */
  public void awaitNoWrites() {
    cluster
        .waits()
        .until(
            cluster.deadlines().crashFailover(),
            Message.of("experiment.wait.noWrites"),
            () -> writesTakenSince(Instant.now().minusSeconds(1)),
            taken -> taken == 0);
  }

  /** How many writes that were sent straight to a node were taken. */
  public long writesTakenSince(Instant moment) {
    return probes().stream().filter(probe -> probe.taken() && probe.end().isAfter(moment)).count();
  }

  /** The writes that were sent straight to a node from a moment on, and have ended. */
  public List<WriteProbe> writesSentTo(Node node, Instant since) {
    return probesOf(node).filter(probe -> probe.start().isAfter(since)).toList();
  }

  /** How many writes that were sent straight to the other nodes were taken until a moment. */
  public long writesTakenBeside(Node leader, Instant until) {
    return probes().stream()
        .filter(probe -> probe.taken() && probe.start().isBefore(until))
        .filter(probe -> !probe.node().equals(leader.service()))
        .count();
  }

  /** Lets them work until the entrypoint has settled, then ends them and the probes. */
  public History end() {
    History history = working.end();
    probes.close();
    return probes.named(history);
  }

  boolean ended() {
    return working.ended();
  }

  /** What the nodes answered to those who asked them alone, so far. */
  List<WriteProbe> probes() {
    return probes.probes();
  }

  /** What they wrote and saw, against what the leader has now; they have ended then. */
  public Verdict verdict() throws SQLException {
    History history = end();
    Map<Long, SentCommit> sent = working.unknown();
    Map<Long, String> statuses = Settled.statuses(cluster, sent);
    WrittenData data = WrittenData.on(cluster.sql(new Roles(cluster).awaitLeader()).patient());
    List<Sighting> sightings = new ArrayList<>(working.sightings());
    sightings.addAll(probes.sightings());
    return new Verdict(
        RowSet.judge(history, data.rows()),
        WriteOrder.judge(history, data.rows()),
        CounterBounds.judge(history, data.counter()),
        BankLedger.judge(history, WrittenData.openingBalances(), data.balances(), data.ledger()),
        MonotonicReads.judge(sightings),
        writableNodes(),
        UnknownWrites.judge(
            history.numbers(Outcome.UNKNOWN), new HashSet<>(data.rows()), sent, statuses));
  }

  /** Who took writes, so far. */
  public WritableNodes writableNodes() {
    return WritableNodes.judge(probes());
  }

  /** How many writes each node took and refused, when they were sent to it alone. */
  public Message probesTold() {
    return Message.joined(
        "; ",
        cluster.nodes().stream()
            .map(
                node ->
                    Message.of("experiment.probes")
                        .with("node", node)
                        .with("taken", probesOf(node).filter(WriteProbe::taken).count())
                        .with("all", probesOf(node).count()))
            .toList());
  }

  private Stream<WriteProbe> probesOf(Node node) {
    return probes().stream().filter(probe -> probe.node().equals(node.service()));
  }

  @Override
  public void close() {
    working.close();
    probes.close();
  }
}

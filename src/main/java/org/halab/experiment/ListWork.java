package org.halab.experiment;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.checker.UnknownWrites;
import org.halab.checker.isolation.Anomaly;
import org.halab.checker.isolation.Anomaly.Kind;
import org.halab.checker.isolation.Isolation;
import org.halab.cluster.Cluster;
import org.halab.cluster.Roles;
import org.halab.domain.ListTransaction;
import org.halab.domain.ListTransaction.Side;
import org.halab.domain.Node;
import org.halab.domain.SentCommit;
import org.halab.domain.TransactionHistory;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.timing.Deadline;
import org.halab.workload.ListClients;
import org.halab.workload.ListLoad;

/** Transactions over lists, on the leader and on replicas, beside the clients of an experiment. */
public final class ListWork implements AutoCloseable {
  private static final int WARM = 100;

  /** While clients work only what is this new is looked at, so that a look stays a short one. */
  private static final Duration RECENT = Duration.ofSeconds(5);

  private final Cluster cluster;
  private final ListLoad load;
  private final ListClients clients;
  private TransactionHistory history;
  private Isolation isolation;
  private UnknownWrites unknown;

  /** Makes the table anew, starts the clients, and waits until they work. */
  ListWork(Cluster cluster, Node leader, ListLoad load) throws SQLException {
    this.cluster = cluster;
    this.load = load;
    Map<String, Sql> nodes = new LinkedHashMap<>();
    cluster.nodes().forEach(node -> nodes.put(node.service(), cluster.sql(node)));
    clients = new ListClients(load, cluster.entrypoint(), nodes, cluster.sql(leader));
    awaitMore(WARM, Side.LEADER, Side.REPLICA);
  }

  /** Waits until so many further transactions were acknowledged on each of these sides. */
  public void awaitMore(int transactions, Side... sides) {
    Instant since = Instant.now();
    cluster
        .waits()
        .until(
            deadlineFor(transactions),
            Message.of("experiment.wait.transactions").with("count", transactions),
            () -> fewest(since, sides),
            fewest -> fewest >= transactions);
  }

  /** A quarter of the pace is enough, once the entrypoint leads to the leader. */
  private Deadline deadlineFor(int transactions) {
    Deadline entrypoint = cluster.deadlines().entrypointSwitched();
    Duration work = Duration.ofSeconds(16L * transactions / load.perSecond());
    return new Deadline(
        Message.of("experiment.transactionsDeadline"),
        entrypoint.limit().plus(work),
        Message.of("experiment.transactionsDeadline.why")
            .with("entrypoint", entrypoint.derivation())
            .with("count", transactions));
  }

  private long fewest(Instant since, Side... sides) {
    Map<Side, Long> counts =
        clients.since(since).stream()
            .filter(ListTransaction::acknowledged)
            .collect(Collectors.groupingBy(ListTransaction::side, Collectors.counting()));
    return Stream.of(sides).mapToLong(side -> counts.getOrDefault(side, 0L)).min().orElse(0);
  }

  /** Waits until the reads of these sides have told of different orders. */
  public void awaitFork(Deadline deadline, Side one, Side other) {
    cluster
        .waits()
        .until(
            deadline,
            Message.of("experiment.wait.fork"),
            () -> forks(one, other),
            forks -> !forks.isEmpty());
  }

  private List<Anomaly> forks(Side one, Side other) {
    return Isolation.forksSoFar(clients.since(Instant.now().minus(RECENT))).stream()
        .filter(fork -> fork.between(one, other))
        .toList();
  }

  public int size() {
    return clients.size();
  }

  /** How many transactions were acknowledged so far. */
  int acknowledged() {
    return (int)
        clients.since(Instant.EPOCH).stream().filter(ListTransaction::acknowledged).count();
  }

  /** How many a second were acknowledged from the clients' begin to a moment. */
  public double acknowledgedPerSecond(Instant until) {
    long count =
        clients.since(clients.begun()).stream()
            .filter(one -> one.acknowledged() && !one.end().isAfter(until))
            .count();
    return count * 1000.0 / Duration.between(clients.begun(), until).toMillis();
  }

  /** Ends the clients; what they did, and what the leader has then. */
  public TransactionHistory end() throws SQLException {
    if (history == null) {
      clients.close();
      Map<Long, SentCommit> sent = clients.unknown();
      Map<Long, String> statuses = Settled.statuses(cluster, sent);
      history = clients.history(cluster.sql(new Roles(cluster).awaitLeader()));
      unknown = UnknownWrites.judge(sent.keySet(), there(history), sent, statuses);
    }
    return history;
  }

  /** The numbers of the transactions all of whose elements are there. */
  private static Set<Long> there(TransactionHistory history) {
    return history.transactions().stream()
        .filter(one -> !one.appends().isEmpty())
        .filter(
            one ->
                one.appends().stream()
                    .allMatch(
                        append ->
                            history
                                .end()
                                .getOrDefault(append.list(), List.of())
                                .contains(append.element())))
        .map(ListTransaction::number)
        .collect(Collectors.toSet());
  }

  /** What they saw of each other; they have ended then. */
  public Isolation isolation() throws SQLException {
    if (isolation == null) {
      isolation = Isolation.judge(end());
    }
    return isolation;
  }

  /** The anomalies of one kind between these sides. */
  public List<Anomaly> anomalies(Kind kind, Side... sides) throws SQLException {
    return isolation().of(kind).stream().filter(one -> one.between(sides)).toList();
  }

  /** What became of those of unknown outcome; they have ended then. */
  public UnknownWrites unknown() throws SQLException {
    end();
    return unknown;
  }

  @Override
  public void close() {
    clients.close();
  }
}

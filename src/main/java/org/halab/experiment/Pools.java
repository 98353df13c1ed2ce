package org.halab.experiment;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.domain.History;
import org.halab.domain.MessageTable;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.WayIn;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.observe.Sql;
import org.halab.stack.Login;
import org.halab.timing.Deadline;
import org.halab.workload.Arrivals;
import org.halab.workload.ConnectionPool;

/**
 * Applications that write through pools of connections, by default and with the setting that a
 * change of the leader asks for: a pool in the application that was given every node, the leader
 * first and the one that is to take over last; and a pool before the database that is led there by
 * an entrypoint. All see the same fault.
 */
public final class Pools implements AutoCloseable {
  /** Every node is in the URL, and the driver takes the first that lets it in. */
  public static final String IN_APPLICATION = "HikariCP, as it is";

  /** The same, and the driver takes none that does not take writes. */
  public static final String IN_APPLICATION_MENDED = "HikariCP, targetServerType=primary";

  public static final String BEFORE_DATABASE = "PgBouncer, as it is";
  public static final String BEFORE_DATABASE_MENDED = "PgBouncer, server_login_retry = 1";

  private static final int WARM = 3;

  /** What PgBouncer waits by default after a login that failed. */
  private static final Duration LOGIN_RETRY = Duration.ofSeconds(15);

  private final Cluster cluster;
  private final Map<String, Arrivals> clients = new LinkedHashMap<>();
  private final List<ConnectionPool> pools = new ArrayList<>();

  /**
   * Makes their table and starts them; waits until all work.
   *
   * @param perSecond how many come to each pool
   */
  public Pools(Cluster cluster, int perSecond) throws SQLException {
    this.cluster = cluster;
    Node leader = cluster.leader();
    Arrivals.makeTable(cluster.sql(leader));
    String nodes = urlOfNodes(leader);
    Login login = cluster.project().stack().settings(leader).superuser();
    clients.put(IN_APPLICATION, new Arrivals(pool(nodes, login), perSecond));
    clients.put(
        IN_APPLICATION_MENDED,
        new Arrivals(
            pool(nodes + "?targetServerType=primary&hostRecheckSeconds=1", login), perSecond));
    clients.put(BEFORE_DATABASE, new Arrivals(cluster.byPool("default"), perSecond));
    clients.put(BEFORE_DATABASE_MENDED, new Arrivals(cluster.byPool("mended"), perSecond));
    awaitServed(Message.of("experiment.wait.pools"), clients.keySet(), Instant.EPOCH);
  }

  private String urlOfNodes(Node leader) {
    Node successor = cluster.successorOf(leader);
    List<Node> order = new ArrayList<>(cluster.nodes());
    order.removeAll(List.of(leader, successor));
    order.add(0, leader);
    order.add(successor);
    return Sql.url(order.stream().map(cluster.project()::postgres).toList());
  }

  private ConnectionPool pool(String url, Login login) {
    ConnectionPool pool = new ConnectionPool(url, login.user(), login.password());
    pools.add(pool);
    return pool;
  }

  /**
   * Waits until all but the pool that may never be are served again, and then as long again as the
   * slowest of them may take; then ends the clients.
   */
  public void end() {
    List<String> served = new ArrayList<>(clients.keySet());
    served.remove(IN_APPLICATION);
    awaitServed(Message.of("experiment.wait.poolsAgain"), served, Instant.now());
    cluster.waits().out(LOGIN_RETRY);
    close();
  }

  private void awaitServed(Message expectation, Iterable<String> names, Instant since) {
    Deadline entrypoint = cluster.deadlines().entrypointSwitched();
    cluster
        .waits()
        .until(
            new Deadline(
                entrypoint.name(), entrypoint.limit().plus(LOGIN_RETRY), entrypoint.derivation()),
            expectation,
            () -> {
              for (String name : names) {
                if (successes(name, since) < WARM) {
                  return name;
                }
              }
              return "";
            },
            String::isEmpty);
  }

  private long successes(String name, Instant since) {
    return clients.get(name).history().operations().stream()
        .filter(one -> one.acknowledged() && one.start().isAfter(since))
        .count();
  }

  /** What became of the clients of one of the pools. */
  public WayIn clientsOf(String pool) {
    return new WayIn(pool, true, clients.get(pool).history());
  }

  /** The longest time since a moment without a write, also if that lasted until the end. */
  public Duration pause(String pool, Instant since) {
    History history = clients.get(pool).history();
    List<Operation> all = history.operations();
    Instant served =
        all.stream()
            .filter(Operation::acknowledged)
            .map(Operation::end)
            .filter(since::isBefore)
            .max(Instant::compareTo)
            .orElse(since);
    Duration atEnd = Duration.between(served, all.get(all.size() - 1).end());
    Duration before = history.longestPauseSince(since);
    return atEnd.compareTo(before) > 0 ? atEnd : before;
  }

  /**
   * Since the fault: how long each was without writes, and how it fared at nodes that only read.
   */
  public MessageTable table(Instant fault) {
    List<List<Object>> rows = new ArrayList<>();
    for (String name : clients.keySet()) {
      WayIn way = clientsOf(name);
      rows.add(
          List.of(
              Terms.of(name),
              Message.seconds(pause(name, fault)),
              way.ledToReplica(fault),
              time(way.lastLedToReplica(fault).map(at -> Duration.between(fault, at)))));
    }
    return new MessageTable(
        List.of(
            Message.of("experiment.pools.pool"),
            Message.of("experiment.pools.pause"),
            Message.of("experiment.pools.led"),
            Message.of("experiment.pools.last")),
        rows);
  }

  private static Message time(Optional<Duration> length) {
    return length.map(Message::seconds).orElse(Message.of("experiment.ways.none"));
  }

  @Override
  public void close() {
    clients.values().forEach(Arrivals::close);
    pools.forEach(ConnectionPool::close);
  }
}

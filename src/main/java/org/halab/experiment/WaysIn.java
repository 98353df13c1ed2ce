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
import org.halab.cluster.Roles;
import org.halab.domain.MessageTable;
import org.halab.domain.Node;
import org.halab.domain.WayIn;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.workload.Arrivals;

/**
 * Clients that connect anew for each write, by every way to the database at once: through the
 * entrypoint, by the driver's own routing among both nodes, and straight to each node. So all ways
 * see the very same fault.
 */
public final class WaysIn implements AutoCloseable {
  public static final String ENTRYPOINT = "entrypoint";
  public static final String DRIVER = "driver's own routing";
  public static final String DIRECT = WayIn.DIRECT;
  public static final String SESSIONS = "entrypoint, sessions kept open";

  private static final int WARM = 3;
  private static final Duration STEADY = Duration.ofSeconds(5);

  private final Cluster cluster;
  private final Map<String, Arrivals> ways = new LinkedHashMap<>();
  private final Map<Node, Arrivals> nodes = new LinkedHashMap<>();

  /**
   * Makes their table and starts them; waits until all ways but that to the replica work.
   *
   * @param perSecond how many come by each way
   */
  public WaysIn(Cluster cluster, int perSecond) throws SQLException {
    this.cluster = cluster;
    Node leader = cluster.leader();
    Arrivals.makeTable(cluster.sql(leader));
    ways.put(ENTRYPOINT, new Arrivals(cluster.entrypoint(), perSecond));
    ways.put(DRIVER, new Arrivals(cluster.byDriver(), perSecond));
    cluster.nodes().forEach(node -> nodes.put(node, new Arrivals(cluster.sql(node), perSecond)));
    awaitSuccesses(Message.of("experiment.wait.ways"), Instant.EPOCH, leader);
  }

  /** Waits until all ways to the leader have worked for some seconds, then ends the clients. */
  public void end() {
    Node leader = new Roles(cluster).awaitLeader();
    Instant settled = Instant.now();
    awaitSuccesses(Message.of("experiment.wait.waysAgain"), settled, leader);
    cluster
        .waits()
        .until(
            cluster.deadlines().entrypointSwitched(),
            Message.of("experiment.wait.steady").with("time", STEADY),
            () -> lastFailure(leader),
            last -> last.plus(STEADY).isBefore(Instant.now()));
    close();
  }

  private Instant lastFailure(Node leader) {
    return reaching(leader).stream()
        .flatMap(one -> one.lastFailure(Instant.EPOCH).stream())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private void awaitSuccesses(Message expectation, Instant since, Node leader) {
    cluster
        .waits()
        .until(
            cluster.deadlines().entrypointSwitched(),
            expectation,
            () -> reaching(leader).stream().mapToLong(one -> successes(one, since)).min().orElse(0),
            least -> least >= WARM);
  }

  private static long successes(WayIn way, Instant since) {
    return way.history().operations().stream()
        .filter(one -> one.acknowledged() && one.start().isAfter(since))
        .count();
  }

  /** What became of the clients by each way, that straight to the given node included. */
  public List<WayIn> reaching(Node leader) {
    List<WayIn> all = new ArrayList<>();
    ways.forEach((name, arrivals) -> all.add(new WayIn(name, true, arrivals.history())));
    all.add(new WayIn(DIRECT, false, nodes.get(leader).history()));
    return all;
  }

  /** Seconds since the fault for each way, and how many writes were led to a replica. */
  public static MessageTable table(Instant fault, List<WayIn> ways) {
    List<List<Object>> rows = new ArrayList<>();
    for (WayIn way : ways) {
      rows.add(
          List.of(
              Terms.of(way.name()),
              since(fault, way.firstSuccess(fault)),
              since(fault, way.lastFailure(fault)),
              way.chosen() ? way.ledToReplica(fault) : "–"));
    }
    return new MessageTable(
        List.of(
            Message.of("experiment.ways.way"),
            Message.of("experiment.ways.success"),
            Message.of("experiment.ways.failure"),
            Message.of("experiment.ways.led")),
        rows);
  }

  private static Message since(Instant fault, Optional<Instant> moment) {
    return moment
        .map(at -> Message.seconds(Duration.between(fault, at)))
        .orElse(Message.of("experiment.ways.none"));
  }

  @Override
  public void close() {
    ways.values().forEach(Arrivals::close);
    nodes.values().forEach(Arrivals::close);
  }
}

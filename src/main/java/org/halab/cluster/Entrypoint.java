package org.halab.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.halab.domain.BalancerServer;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.observe.TcpPort;

/** Where the entrypoint leads, and why. */
public final class Entrypoint {
  private static final Pattern SERVER_CHANGE = Pattern.compile("Server \\S+/(\\S+) is (UP|DOWN)");

  private static final int CONNECTIONS_TIMED = 5;

  private final Cluster cluster;

  public Entrypoint(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * How many of these connections, each a new one, reached which node's service. The node is told
   * by the address of the server that answers.
   */
  public Map<String, Long> nodesReached(int connections) throws SQLException {
    Map<String, String> services = new TreeMap<>();
    for (Node node : cluster.nodes()) {
      cluster
          .access(node)
          .details()
          .addresses()
          .forEach(address -> services.put(address, node.service()));
    }
    Map<String, Long> reached = new TreeMap<>();
    for (int i = 0; i < connections; i++) {
      String address = cluster.entrypoint().query("SELECT host(inet_server_addr())").value();
      reached.merge(services.getOrDefault(address, address), 1L, Long::sum);
    }
    return reached;
  }

  /** How long a client takes to connect and to write once; the median of several. */
  public Duration timeToConnectAndWrite() throws SQLException {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS_TIMED; i++) {
      long start = System.nanoTime();
      cluster.writeThroughEntrypoint();
      times.add(Duration.ofNanos(System.nanoTime() - start));
    }
    return times.stream().sorted().skip(CONNECTIONS_TIMED / 2).findFirst().orElseThrow();
  }

  /** Waits until the entrypoint has the leader's server UP and the replica's DOWN. */
  public List<BalancerServer> awaitLeaderUpReplicaDown() {
    Node leader = cluster.leader();
    return cluster
        .waits()
        .until(
            cluster.deadlines().entrypointSwitched(),
            Message.of("cluster.wait.upDown").with("node", leader),
            () -> {
              List<BalancerServer> servers = new ArrayList<>();
              servers.add(cluster.serverOf(leader).orElseThrow());
              cluster
                  .except(leader)
                  .forEach(one -> servers.add(cluster.serverOf(one).orElseThrow()));
              return servers;
            },
            servers ->
                servers.get(0).up()
                    && servers.stream().skip(1).allMatch(one -> one.status().startsWith("DOWN")))
        .value();
  }

  /**
   * The last line in the entrypoint's log that says of a server that it is UP or DOWN, for each.
   */
  public Map<String, LogLine> lastWordOfEachServer() {
    Map<String, LogLine> last = new LinkedHashMap<>();
    for (LogLine line : cluster.project().entrypointContainer().logs(Instant.EPOCH)) {
      Matcher change = SERVER_CHANGE.matcher(line.text());
      if (change.find()) {
        last.put(change.group(1), line);
      }
    }
    return last;
  }

  /**
   * What leader and replica answer to checks; where replicas do not answer alike, each answer.
   *
   * @param checks a table whose first column names them: {@code GET /health}, {@code TCP connect}
   */
  public Table healthChecks(Table checks) {
    Node leader = cluster.leader();
    List<List<String>> rows = new ArrayList<>();
    for (String check : checks.column(checks.columns().get(0))) {
      String ofReplicas =
          cluster.except(leader).stream()
              .map(replica -> answer(replica, check))
              .distinct()
              .collect(Collectors.joining(", "));
      rows.add(List.of(check, answer(leader, check), ofReplicas));
    }
    return new Table(checks.columns(), rows);
  }

  private String answer(Node node, String check) {
    String[] words = check.split(" ");
    if (words[0].equals("TCP")) {
      return TcpPort.opens(cluster.project().postgres(node)) ? "open" : "closed";
    }
    return String.valueOf(cluster.patroni(node).check(words[0], words[1]));
  }
}

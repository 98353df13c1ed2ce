package org.halab.rejoin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.halab.cluster.Cluster;
import org.halab.domain.Member;
import org.halab.domain.MessageTable;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.PatroniRest;

/** What Patroni says of a node, wherever it can be asked. */
public record Claims(Member member, String ownState, int health, int replica, String listed) {
  private static final Set<String> HEALTHY = Set.of("running", "streaming");

  /** Asks the cluster's view, the node itself, its health checks and {@code patronictl}. */
  public static Claims of(Cluster cluster, Node node) {
    PatroniRest own = cluster.patroni(node);
    String file = cluster.project().stack().member(node).files().get(0).inContainer();
    Optional<String> listed =
        cluster
            .access(node)
            .exec("patronictl", "-c", file, "list")
            .output()
            .lines()
            .filter(line -> line.contains(node.member()))
            .findFirst();
    return new Claims(
        cluster.patroni(cluster.leaderBeside(node)).cluster().member(node.member()).orElseThrow(),
        own.status().path("state").asText(),
        own.check("GET", "/health"),
        own.check("GET", "/replica"),
        listed.orElse("").replaceAll("\\s+", " "));
  }

  /**
   * Nothing in it tells a person that something is wrong. Whoever asks in the moment in which the
   * node has a connection to the leader, before that is ended again, is even told "streaming".
   */
  public boolean soundHealthy() {
    return HEALTHY.contains(member.state())
        && ownState.equals("running")
        && health == 200
        && replica == 200
        && HEALTHY.stream().anyMatch(state -> listed.contains("| " + state + " |"));
  }

  public MessageTable table() {
    return new MessageTable(
        List.of(Message.of("rejoin.claims.who"), Message.of("rejoin.claims.says")),
        List.of(
            List.of(Message.of("rejoin.claims.leaders"), member.role() + ", " + member.state()),
            List.of(
                Message.of("rejoin.claims.lag"),
                Message.of("rejoin.claims.bytes").with("lag", member.lag())),
            List.of(Message.of("rejoin.claims.own"), ownState),
            List.of("GET /health", health),
            List.of("GET /replica", replica),
            List.of(
                "patronictl list",
                listed.isEmpty() ? Message.of("rejoin.claims.notListed") : listed)));
  }

  @Override
  public String toString() {
    return "\n" + table();
  }
}

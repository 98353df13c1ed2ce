package org.halab.walkthrough;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.deploy.Project;
import org.halab.domain.Node;
import org.halab.stack.Login;

/**
 * Who and where the parts of the cluster are now, for the commands that a person is told: {@code
 * {leader}} and {@code {replica}} are the nodes' containers, {@code {psql}}, {@code {psql leader}}
 * and {@code {psql replica}} clients of the entrypoint and of the nodes.
 */
final class Placeholders {
  private final Map<String, String> values = new LinkedHashMap<>();

  private Placeholders() {}

  /** Of a cluster on the printed names and ports; what is not known now is named in words. */
  static Placeholders of(Optional<Cluster> cluster) {
    Placeholders placeholders = new Placeholders();
    Optional<Node> leader = cluster.flatMap(Placeholders::leader);
    placeholders.add("leader", cluster, leader, "the leader");
    placeholders.add(
        "replica",
        cluster,
        leader.map(one -> cluster.orElseThrow().successorOf(one)),
        "the replica");
    placeholders.values.put("{psql}", psql(cluster, cluster.flatMap(Placeholders::entrypoint)));
    return placeholders;
  }

  String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> one : values.entrySet()) {
      filled = filled.replace(one.getKey(), one.getValue());
    }
    return filled;
  }

  private void add(String role, Optional<Cluster> cluster, Optional<Node> node, String unknown) {
    values.put(
        "{" + role + "}",
        node.map(one -> cluster.orElseThrow().access(one).containerName()).orElse(unknown));
    values.put(
        "{psql " + role + "}",
        psql(cluster, node.flatMap(one -> port(cluster.orElseThrow().project(), one))));
  }

  private static String psql(Optional<Cluster> cluster, Optional<Integer> port) {
    Login login =
        cluster
            .map(one -> one.project().stack().members().get(0).settings().superuser())
            .orElse(new Login("postgres", "postgres"));
    return "psql postgresql://%s:%s@127.0.0.1:%s"
        .formatted(login.user(), login.password(), port.map(String::valueOf).orElse("<port>"));
  }

  private static Optional<Integer> port(Project project, Node node) {
    try {
      return Optional.of(project.postgres(node).getPort());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> entrypoint(Cluster cluster) {
    try {
      return Optional.of(cluster.project().entrypoint().getPort());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Node> leader(Cluster cluster) {
    try {
      return cluster.leaderIn(cluster.view());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}

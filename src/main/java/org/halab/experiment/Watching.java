package org.halab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.cluster.Cluster;
import org.halab.domain.BalancerServer;
import org.halab.domain.Lane;
import org.halab.domain.LockChange;
import org.halab.domain.Node;
import org.halab.engine.ContainerEvents;
import org.halab.observe.Balancer;
import org.halab.observe.LockWatch;
import org.halab.observe.Watch;

/** Watches every layer of a cluster at once, on this machine's clock, from now until closed. */
final class Watching implements AutoCloseable {
  /**
   * Each look costs Patroni a query, and at ten a second these were half of all that it answered;
   * what is told to the millisecond comes from logs and from the clients.
   */
  static final Duration PERIOD = Duration.ofMillis(200);

  private final LockWatch lock;
  private final ContainerEvents containers;
  private final List<Watch> watches = new ArrayList<>();

  Watching(Cluster cluster) {
    lock = new LockWatch(cluster.leaderKey());
    containers =
        new ContainerEvents(
            cluster.project().engine(), cluster.project().name(), cluster.project().containers());
    for (Node node : cluster.nodes()) {
      watches.add(
          new Watch(
              Lane.Kind.ROLE,
              List.of(node.member()),
              PERIOD,
              () -> Map.of(node.member(), role(cluster.patroni(node).statusQuickly()))));
    }
    for (Balancer balancer : cluster.balancers()) {
      Map<String, String> servers = lanes(cluster, balancer);
      watches.add(
          new Watch(
              Lane.Kind.SERVER,
              List.copyOf(servers.values()),
              PERIOD,
              () -> states(balancer.serversQuickly(), servers)));
    }
  }

  /** A lane for each server; those of a further entrypoint bear its name, too. */
  private static Map<String, String> lanes(Cluster cluster, Balancer balancer) {
    Map<String, String> lanes = new LinkedHashMap<>(balancer.nodesByServer());
    if (balancer != cluster.balancer()) {
      lanes.replaceAll((server, node) -> node + " (" + balancer.service() + ")");
    }
    return lanes;
  }

  List<LockChange> lockChanges() {
    return lock.changes();
  }

  List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>();
    watches.forEach(watch -> lanes.addAll(watch.lanes()));
    lanes.add(lock.lane());
    lanes.addAll(containers.lanes());
    return lanes;
  }

  /** What a node is, by its own Patroni, which asks its PostgreSQL: not who holds the lock. */
  private static String role(JsonNode status) {
    String state = status.path("state").asText();
    if (!state.equals("running") && !state.equals("streaming")) {
      return state;
    }
    String role = status.path("role").asText();
    if (role.equals("replica") && status.path("sync_standby").asBoolean()) {
      return "sync standby";
    }
    if (role.equals("replica") && status.path("quorum_standby").asBoolean()) {
      return "quorum standby";
    }
    return role.equals("master") ? "primary" : role;
  }

  private static Map<String, String> states(
      List<BalancerServer> servers, Map<String, String> nodes) {
    Map<String, String> states = new LinkedHashMap<>();
    servers.forEach(
        server -> {
          if (nodes.containsKey(server.name())) {
            states.put(nodes.get(server.name()), server.up() ? "UP" : "DOWN");
          }
        });
    return states;
  }

  @Override
  public void close() {
    watches.forEach(Watch::close);
    containers.close();
    lock.close();
  }
}

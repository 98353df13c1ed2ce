package org.halab.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.halab.cluster.Cluster;
import org.halab.deploy.Project;
import org.halab.domain.BalancerServer;
import org.halab.domain.Lane;
import org.halab.domain.LockChange;
import org.halab.domain.Node;
import org.halab.engine.ContainerEvents;
import org.halab.hosts.Host;
import org.halab.hosts.Swarm;
import org.halab.observe.Balancer;
import org.halab.observe.LockWatch;
import org.halab.observe.Watch;

/** Watches every layer of a cluster at once, on this machine's clock, from now until closed. */
public final class Watching implements AutoCloseable {
  /**
   * Each look costs Patroni a query, and at ten a second these were half of all that it answered;
   * what is told to the millisecond comes from logs and from the clients.
   */
  static final Duration PERIOD = Duration.ofMillis(200);

  private final LockWatch lock;
  private final Optional<ContainerEvents> containers;
  private final List<Watch> watches = new ArrayList<>();
  private final Map<String, NodeSight> nodes = new ConcurrentHashMap<>();

  Watching(Cluster cluster) {
    this(cluster, LockWatch.PERIOD, PERIOD);
  }

  /**
   * The same for those who only look on: each part as often.
   *
   * @throws IllegalStateException if the DCS does not answer
   */
  public Watching(Cluster cluster, Duration period) {
    this(cluster, period, period);
  }

  private Watching(Cluster cluster, Duration lockPeriod, Duration period) {
    Project project = cluster.project();
    containers =
        project.swarm().isPresent()
            ? Optional.empty()
            : Optional.of(
                new ContainerEvents(project.engine(), project.name(), project.containers()));
    try {
      lock = new LockWatch(cluster.leaderKey(), lockPeriod);
    } catch (RuntimeException | Error e) {
      containers.ifPresent(ContainerEvents::close);
      throw e;
    }
    try {
      watchParts(cluster, period);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void watchParts(Cluster cluster, Duration period) {
    cluster.project().swarm().ifPresent(swarm -> watchHosts(swarm, period));
    for (Node node : cluster.nodes()) {
      watches.add(
          new Watch(
              Lane.Kind.ROLE,
              List.of(node.member()),
              period,
              () -> Map.of(node.member(), look(cluster, node).role())));
    }
    for (Balancer balancer : cluster.balancers()) {
      Map<String, String> servers = lanes(cluster, balancer);
      watches.add(
          new Watch(
              Lane.Kind.SERVER,
              List.copyOf(servers.values()),
              period,
              () -> states(balancer.serversQuickly(), servers)));
    }
  }

  private NodeSight look(Cluster cluster, Node node) throws IOException {
    try {
      NodeSight sight = NodeSight.of(cluster.patroni(node).statusQuickly());
      nodes.put(node.member(), sight);
      return sight;
    } catch (IOException | RuntimeException e) {
      nodes.remove(node.member());
      throw e;
    }
  }

  /** An engine that may be lost with its host is asked, as Patroni and the entrypoints are. */
  private void watchHosts(Swarm swarm, Duration period) {
    for (Host host : swarm.members()) {
      watches.add(
          new Watch(Lane.Kind.CONTAINER, swarm.servicesOf(host), period, () -> swarm.states(host)));
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

  /** Each member that answered when it was last asked. */
  public Map<String, NodeSight> nodes() {
    return Map.copyOf(nodes);
  }

  public List<LockChange> lockChanges() {
    return lock.changes();
  }

  /** What was seen so far; those of entrypoints are named after the services of nodes. */
  public List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>();
    watches.forEach(watch -> lanes.addAll(watch.lanes()));
    lanes.add(lock.lane());
    containers.ifPresent(events -> lanes.addAll(events.lanes()));
    return lanes;
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
    containers.ifPresent(ContainerEvents::close);
    lock.close();
  }
}

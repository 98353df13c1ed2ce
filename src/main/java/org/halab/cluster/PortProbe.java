package org.halab.cluster;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.Node;
import org.halab.observe.PatroniRest;
import org.halab.observe.TcpPort;
import org.halab.timing.Deadline;

/** Tries a node's ports from where a client could be, and asks Docker what it made of them. */
public final class PortProbe {
  private final Cluster cluster;

  public PortProbe(Cluster cluster) {
    this.cluster = cluster;
  }

  /** What was found of one port of one node. */
  public record Finding(
      Node node,
      int port,
      boolean exposed,
      boolean published,
      boolean answersInNetwork,
      boolean answersOnHost) {}

  public Finding probe(Node node, int port) {
    InspectContainerResponse container = cluster.access(node).inspect();
    ExposedPort[] exposed = container.getConfig().getExposedPorts();
    Set<Integer> exposedPorts =
        Stream.of(exposed == null ? new ExposedPort[0] : exposed)
            .map(ExposedPort::getPort)
            .collect(Collectors.toSet());
    Ports.Binding[] bindings =
        container.getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(port));
    boolean published = bindings != null && bindings.length > 0;
    return new Finding(
        node,
        port,
        exposedPorts.contains(port),
        published,
        answersInNetwork(node, port),
        published ? TcpPort.opens(cluster.access(node).address(port)) : answersOnSamePort(port));
  }

  /** From another container of the project, by the node's name. */
  private boolean answersInNetwork(Node node, int port) {
    return cluster
        .access(cluster.other(node))
        .exec("nc", "-z", "-w", "2", node.service(), String.valueOf(port))
        .succeeded();
  }

  /**
   * An unpublished port has no address on the host; the one place left to try is the same number on
   * the loopback address. Whatever else listens there is not the node.
   */
  private boolean answersOnSamePort(int port) {
    InetSocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", port);
    return TcpPort.opens(address) && answersAsPatroni(address);
  }

  private boolean answersAsPatroni(InetSocketAddress address) {
    try {
      String name = new PatroniRest(() -> address).status().path("patroni").path("scope").asText();
      return name.equals(cluster.project().stack().scope());
    } catch (Exception e) {
      return false;
    }
  }

  /** Has a node listen on a port until its container ends, and waits until it does. */
  public void listen(Node node, int port) {
    cluster
        .access(node)
        .exec("sh", "-c", "nohup python3 -m http.server %d >/dev/null 2>&1 &".formatted(port));
    cluster
        .waits()
        .until(
            new Deadline("listener deadline", Duration.ofSeconds(15), "a process start"),
            "port " + port + " of " + node + " to take connections",
            () ->
                cluster
                    .access(node)
                    .exec("nc", "-z", "127.0.0.1", String.valueOf(port))
                    .succeeded());
  }
}

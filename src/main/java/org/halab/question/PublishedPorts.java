package org.halab.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.observe.PatroniRest;

/** What is behind the ports that a project publishes, as a stranger at the host finds it. */
public final class PublishedPorts {
  private static final int ADDRESS_COLUMN = 1;
  private static final int STATE_COLUMN = 3;
  private static final String LISTENS = "0A";

  /** 127.0.0.1 and ::1, as the kernel prints them. */
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "00000000000000000000000001000000");

  private final Cluster cluster;

  public PublishedPorts(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * A port that is published.
   *
   * @param port in the container
   * @param heard whether something listens there for others than the container itself
   */
  public record Published(String service, int port, boolean heard) {
    @Override
    public String toString() {
      return service + ":" + port;
    }
  }

  /** Every port that the project's own services publish. */
  public List<Published> all() {
    List<Published> all = new ArrayList<>();
    for (ServiceContainer container : cluster.project().containers()) {
      Set<Integer> published = container.details().publishedPorts().keySet();
      List<Integer> own =
          published.stream()
              .filter(port -> cluster.project().printed().publishes(container.service(), port))
              .sorted()
              .toList();
      if (!own.isEmpty()) {
        Set<Integer> heard =
            listening(cluster.project().inNetwork(container, "cat /proc/net/tcp /proc/net/tcp6"));
        own.forEach(
            port -> all.add(new Published(container.service(), port, heard.contains(port))));
      }
    }
    return all;
  }

  /** The ports that somebody else can connect to, by the kernel's tables of sockets. */
  static Set<Integer> listening(String tables) {
    Set<Integer> ports = new HashSet<>();
    for (String line : tables.lines().toList()) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length > STATE_COLUMN && columns[STATE_COLUMN].equals(LISTENS)) {
        String[] address = columns[ADDRESS_COLUMN].split(":");
        if (!LOOPBACK.contains(address[0])) {
          ports.add(Integer.parseInt(address[1], 16));
        }
      }
    }
    return ports;
  }

  /**
   * The nodes whose Patroni changes the cluster's configuration for a stranger who comes through
   * the port that is published at the host.
   */
  public List<Node> obeyingStrangers() {
    return cluster.nodes().stream().filter(this::obeysStrangers).toList();
  }

  private boolean obeysStrangers(Node node) {
    int port = cluster.project().stack().settings(node).restPort();
    return cluster.project().printed().publishes(node.service(), port)
        && new PatroniRest(() -> cluster.access(node).address(port)).obeysAnybody();
  }
}

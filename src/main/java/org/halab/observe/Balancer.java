package org.halab.observe;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.deploy.Project;
import org.halab.domain.BalancerServer;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.stack.EntrypointPlan;

/** The entrypoint, as it sees the nodes behind it. */
public interface Balancer {
  /**
   * The entrypoints of a project's stack: the first, and of the others those that tell of
   * themselves.
   */
  static List<Balancer> each(Project project) {
    Optional<EntrypointPlan> first = project.stack().entrypoints().stream().findFirst();
    return project.stack().everyEntrypoint().stream()
        .filter(one -> first.equals(Optional.of(one)) || one.statisticsPort().isPresent())
        .map(one -> of(project, one))
        .toList();
  }

  private static Balancer of(Project project, EntrypointPlan entrypoint) {
    return switch (entrypoint.proxy()) {
      case HAPROXY -> new HaproxyBalancer(project, entrypoint);
      case NGINX -> new NginxBalancer(project, entrypoint);
    };
  }

  /** The Compose service that it runs in. */
  String service();

  /** The servers behind it. */
  List<BalancerServer> servers();

  /**
   * The same for those who ask many times a second.
   *
   * @throws IOException if it does not answer within a second
   */
  List<BalancerServer> serversQuickly() throws IOException;

  /** The service of the node behind each server, by the server's name. */
  Map<String, String> nodesByServer();

  /** A node's server, as the entrypoint sees it now; empty if there is none. */
  default Optional<BalancerServer> serverOf(Node node) {
    return servers().stream()
        .filter(server -> node.service().equals(nodesByServer().get(server.name())))
        .findFirst();
  }

  /** What it tells of them and of itself, in the columns that matter most. */
  Table statistics();

  /** The page for people. */
  String page();
}

package org.halab.observe;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.deploy.Project;
import org.halab.domain.BalancerServer;
import org.halab.domain.Node;
import org.halab.domain.Table;

/** The entrypoint, as it sees the nodes behind it. */
public interface Balancer {
  /** The entrypoint of a project's stack. */
  static Balancer of(Project project) {
    return switch (project.stack().entrypoint().proxy()) {
      case HAPROXY -> new HaproxyBalancer(project);
      case NGINX -> new NginxBalancer(project);
    };
  }

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

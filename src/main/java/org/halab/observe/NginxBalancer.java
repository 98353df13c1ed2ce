package org.halab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halab.deploy.Project;
import org.halab.domain.BalancerServer;
import org.halab.domain.Table;
import org.halab.stack.EntrypointPlan;

/** nginx, by the page on which its check tells what each node answered last. */
final class NginxBalancer implements Balancer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StatusPage status;
  private final EntrypointPlan entrypoint;

  NginxBalancer(Project project, EntrypointPlan entrypoint) {
    this.status = new StatusPage(project, entrypoint);
    this.entrypoint = entrypoint;
  }

  @Override
  public String service() {
    return entrypoint.service();
  }

  @Override
  public List<BalancerServer> servers() {
    return servers(page());
  }

  /** One answer decides: there is nothing to rise or fall through. */
  static List<BalancerServer> servers(String page) {
    List<BalancerServer> servers = new ArrayList<>();
    for (JsonNode server : parse(page)) {
      servers.add(
          new BalancerServer(
              server.path("name").asText(),
              server.path("status").asText(),
              server.path("check").asText(),
              1,
              1));
    }
    return servers;
  }

  private static JsonNode parse(String page) {
    try {
      return JSON.readTree(page);
    } catch (IOException e) {
      throw new UncheckedIOException("nginx's status page is not JSON: " + page, e);
    }
  }

  @Override
  public List<BalancerServer> serversQuickly() throws IOException {
    return servers(status.getQuickly(entrypoint.statisticsPath()));
  }

  /** Its configuration names the nodes as the project does. */
  @Override
  public Map<String, String> nodesByServer() {
    return entrypoint.nodesByServer();
  }

  @Override
  public Table statistics() {
    return new Table(
        List.of("server", "status", "check"),
        servers().stream().map(one -> List.of(one.name(), one.status(), one.check())).toList());
  }

  @Override
  public String page() {
    return status.get(entrypoint.statisticsPath());
  }
}

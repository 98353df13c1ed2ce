package org.halab.observe;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.deploy.Project;
import org.halab.domain.BalancerServer;
import org.halab.domain.Table;

/**
 * HAProxy, by its statistics. It names its servers as it likes: its configuration says which one
 * leads to which node.
 */
final class HaproxyBalancer implements Balancer {
  private static final String PROXY = "postgres";
  private static final String CSV = "/;csv";

  private final Project project;
  private final StatusPage status;
  private Map<String, String> nodes;

  HaproxyBalancer(Project project) {
    this.project = project;
    this.status = new StatusPage(project);
  }

  @Override
  public List<BalancerServer> servers() {
    return BalancerCsv.servers(status.get(CSV), PROXY);
  }

  @Override
  public List<BalancerServer> serversQuickly() throws IOException {
    return BalancerCsv.servers(status.getQuickly(CSV), PROXY);
  }

  @Override
  public Table statistics() {
    return BalancerCsv.table(status.get(CSV));
  }

  @Override
  public String page() {
    return status.get("/");
  }

  /** Read once: HAProxy itself reads its configuration when it starts. */
  @Override
  public synchronized Map<String, String> nodesByServer() {
    if (nodes == null) {
      nodes = new LinkedHashMap<>();
      SettingsReader.haproxy(project)
          .servers()
          .forEach((server, address) -> nodes.put(server, address.replaceFirst(":.*", "")));
    }
    return nodes;
  }
}

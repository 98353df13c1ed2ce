package org.halab.observe;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.halab.deploy.Project;
import org.halab.domain.BalancerServer;
import org.halab.domain.Table;
import org.halab.stack.EntrypointPlan;

/**
 * HAProxy, by its statistics. It names its servers as it likes: its configuration says which one
 * leads to which node.
 */
final class HaproxyBalancer implements Balancer {
  private final EntrypointPlan entrypoint;
  private final StatusPage status;
  private final String csv;

  HaproxyBalancer(Project project, EntrypointPlan entrypoint) {
    this.entrypoint = entrypoint;
    this.status = new StatusPage(project, entrypoint);
    this.csv = entrypoint.statisticsPath() + ";csv";
  }

  @Override
  public String service() {
    return entrypoint.service();
  }

  @Override
  public List<BalancerServer> servers() {
    return BalancerCsv.servers(status.get(csv), entrypoint.name());
  }

  @Override
  public List<BalancerServer> serversQuickly() throws IOException {
    return BalancerCsv.servers(status.getQuickly(csv), entrypoint.name());
  }

  @Override
  public Table statistics() {
    return BalancerCsv.table(status.get(csv));
  }

  @Override
  public String page() {
    return status.get(entrypoint.statisticsPath());
  }

  @Override
  public Map<String, String> nodesByServer() {
    return entrypoint.nodesByServer();
  }
}

package org.halab.cluster;

import java.util.List;
import org.halab.engine.ServiceContainer;

/** The members of an etcd, and what an administrator has them told of each other. */
public final class EtcdMembers {
  private static final String COMMA = ",\\s*";

  private final List<ServiceContainer> members;

  public EtcdMembers(Cluster cluster) {
    this.members =
        cluster.project().stack().dcs().services().stream().map(cluster::access).toList();
  }

  /** Has the others forget a member, and expect a new one of its name. */
  public void expectAnew(String service) {
    ServiceContainer other =
        members.stream().filter(one -> !one.service().equals(service)).findFirst().orElseThrow();
    List<String> known =
        other
            .output("etcdctl", "member", "list")
            .lines()
            .map(line -> List.of(line.split(COMMA)))
            .filter(line -> line.get(2).equals(service))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("etcd knows no member " + service));
    other.output("etcdctl", "member", "remove", known.get(0));
    other.output("etcdctl", "member", "add", service, "--peer-urls=" + known.get(3));
  }
}

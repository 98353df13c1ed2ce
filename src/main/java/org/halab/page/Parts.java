package org.halab.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.stack.EntrypointPlan;
import org.halab.stack.Stack;

/**
 * What a picture of a cluster has to show, whatever state it is in.
 *
 * @param storeKind what keeps the leader key
 */
record Parts(
    List<Node> nodes, List<Entrypoint> entrypoints, String storeKind, List<String> storeServices) {

  /**
   * @param lanes under which its servers are watched, each with the member that it leads to
   */
  record Entrypoint(String service, String kind, Map<String, String> lanes) {}

  static Parts of(Cluster cluster) {
    Stack stack = cluster.project().stack();
    Map<String, String> kinds =
        stack.entrypoints().stream()
            .collect(
                Collectors.toMap(
                    EntrypointPlan::service, one -> one.proxy().toString(), (one, same) -> one));
    List<Entrypoint> entrypoints =
        cluster.balancers().stream()
            .map(
                one ->
                    entrypoint(
                        one.service(),
                        kinds.getOrDefault(one.service(), ""),
                        one == cluster.balancers().get(0),
                        cluster.nodes()))
            .toList();
    return new Parts(cluster.nodes(), entrypoints, stack.dcs().toString(), stack.dcs().services());
  }

  /** The lanes of a further entrypoint bear its name, as the watches give it to them. */
  static Entrypoint entrypoint(String service, String kind, boolean first, List<Node> nodes) {
    String end = first ? "" : " (" + service + ")";
    return new Entrypoint(
        service,
        kind,
        nodes.stream().collect(Collectors.toMap(one -> one.service() + end, Node::member)));
  }
}

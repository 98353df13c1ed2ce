package org.halab.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.halab.stack.PatroniSettings;

/** The hosts at which a node's Patroni looks for its DCS. */
final class DcsHosts {
  private static final List<String> KINDS =
      List.of("zookeeper", "etcd3", "etcd", "consul", "exhibitor", "raft");

  private DcsHosts() {}

  static Set<String> of(PatroniSettings settings) {
    Set<String> hosts = new LinkedHashSet<>();
    for (String kind : KINDS) {
      for (String key : List.of("hosts", "host", "url", "proxy")) {
        settings
            .list(kind + "." + key)
            .forEach(one -> hosts.add(one.replaceFirst("^\\w+://", "").replaceFirst("[:/].*", "")));
      }
    }
    return hosts;
  }
}

package org.halab.observe;

import org.halab.engine.ServiceContainer;
import org.halab.stack.Dcs;

/**
 * A running server of the DCS: where it has its configuration and its data, by its own command, and
 * whether it leads the others.
 */
public final class DcsFiles {
  private static final String ZOOKEEPER =
      "sed -n \"s/^$1=//p\" \"$(tr '\\0' '\\n' < /proc/1/cmdline | tail -n 1)\"";
  private static final String ZOOKEEPER_MODE =
      "exec 3<>/dev/tcp/127.0.0.1/$1 && echo srvr >&3 && grep Mode <&3";

  /** The fifth column: whether it leads. */
  private static final String ETCD_LEADS = "etcdctl endpoint status | cut -d, -f5";

  private static final String ETCD_DATA =
      "tr '\\0' '\\n' < /proc/1/cmdline | sed -n '/^--data-dir$/{n;p};s/^--data-dir=//p'";
  private static final String ETCD_VARIABLE = "printf %s \"${ETCD_DATA_DIR:-default.etcd}\"";

  private final ServiceContainer server;

  public DcsFiles(ServiceContainer server) {
    this.server = server;
  }

  /** A setting of ZooKeeper's configuration; empty if it is not set. */
  public String zookeeper(String setting) {
    return server.exec("sh", "-c", ZOOKEEPER, "sh", setting).output().strip();
  }

  /** What holds all that ZooKeeper knows. */
  public String zookeeperData() {
    return zookeeper("dataDir") + "/version-2";
  }

  /** Whether it is the one that the others follow, as it says itself; one alone leads. */
  public boolean leads(Dcs kind) {
    return switch (kind) {
      case ZOOKEEPER -> {
        String port = zookeeper("clientPort");
        String told = server.exec("bash", "-c", ZOOKEEPER_MODE, "bash", port).output();
        yield told.contains("leader") || told.contains("standalone");
      }
      case ETCD -> server.exec("sh", "-c", ETCD_LEADS).output().matches("(?s).*\\btrue\\b.*");
    };
  }

  /** What holds all that etcd knows. */
  public String etcdData() {
    String told = server.exec("sh", "-c", ETCD_DATA).output().strip();
    return told.isEmpty() ? server.exec("sh", "-c", ETCD_VARIABLE).output().strip() : told;
  }
}

package org.halab.observe;

import org.halab.engine.ServiceContainer;

/** Where a running server of the DCS has its configuration and its data, by its own command. */
public final class DcsFiles {
  private static final String ZOOKEEPER =
      "sed -n \"s/^$1=//p\" \"$(tr '\\0' '\\n' < /proc/1/cmdline | tail -n 1)\"";
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

  /** What holds all that etcd knows. */
  public String etcdData() {
    String told = server.exec("sh", "-c", ETCD_DATA).output().strip();
    return told.isEmpty() ? server.exec("sh", "-c", ETCD_VARIABLE).output().strip() : told;
  }
}

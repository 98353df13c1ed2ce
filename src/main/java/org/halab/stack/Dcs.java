package org.halab.stack;

import java.util.List;
import java.util.Optional;

/** What keeps the leader key: the distributed configuration store of a stack. */
public enum Dcs {
  ZOOKEEPER(
      "ZooKeeper",
      List.of("zoo"),
      2181,
      "/var/lib/zookeeper/version-2",
      Optional.of("zookeeper.yml")),
  ETCD("etcd", List.of("etcd1", "etcd2", "etcd3"), 2379, "/var/lib/etcd/data", Optional.empty());

  private final String title;
  private final List<String> services;
  private final int port;
  private final String data;
  private final Optional<String> harness;

  Dcs(String title, List<String> services, int port, String data, Optional<String> harness) {
    this.title = title;
    this.services = services;
    this.port = port;
    this.data = data;
    this.harness = harness;
  }

  /** Its members, one service each. */
  public List<String> services() {
    return services;
  }

  /** Where each member answers clients, in its container. */
  public int port() {
    return port;
  }

  /** Where each member keeps all it knows, in its container. */
  public String data() {
    return data;
  }

  /** What an automated run needs beside the project's files; a file of the harness. */
  public Optional<String> harness() {
    return harness;
  }

  @Override
  public String toString() {
    return title;
  }
}

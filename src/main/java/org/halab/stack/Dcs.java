package org.halab.stack;

/** The kinds of distributed configuration store that the lab can read the leader key from. */
public enum Dcs {
  ZOOKEEPER("ZooKeeper"),
  ETCD("etcd");

  private final String title;

  Dcs(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}

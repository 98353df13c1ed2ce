package org.halab.control;

import org.halab.stack.CommandResult;
import org.halab.stack.Engine;
import org.halab.stack.NodeAccess;

/**
 * ZooKeeper comes back without anything it knew: its data were removed, and it was started anew.
 */
public final class ZooKeeperDataLost implements Breakage {
  private static final String FILES = "/var/lib/zookeeper/version-2";

  private final Engine engine;
  private final NodeAccess zookeeper;
  private String startedBefore = "";
  private boolean removed;

  public ZooKeeperDataLost(Engine engine, NodeAccess zookeeper) {
    this.engine = engine;
    this.zookeeper = zookeeper;
  }

  @Override
  public String done() {
    return zookeeper.service() + " lost all its data";
  }

  /** It holds all in memory and writes it down when it ends in order, so it is killed first. */
  @Override
  public void inflict() {
    startedBefore = zookeeper.inspect().getState().getStartedAt();
    CommandResult result = zookeeper.exec("rm", "-rf", FILES);
    removed = result.succeeded();
    engine.client().killContainerCmd(zookeeper.containerId()).exec();
    ContainerDown.start(engine, zookeeper);
  }

  @Override
  public boolean inEffect() {
    return removed
        && Boolean.TRUE.equals(zookeeper.inspect().getState().getRunning())
        && !zookeeper.inspect().getState().getStartedAt().equals(startedBefore);
  }

  @Override
  public void heal() {
    ContainerDown.start(engine, zookeeper);
  }

  @Override
  public boolean healed() {
    return Boolean.TRUE.equals(zookeeper.inspect().getState().getRunning());
  }
}

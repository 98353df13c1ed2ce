package org.halab.control;

import org.halab.stack.Engine;
import org.halab.stack.NodeAccess;

/**
 * A container whose processes stand still, as {@code docker pause} does it: nothing is lost,
 * nothing answers, connections stay open.
 */
public final class ContainerFrozen implements Breakage {
  private final Engine engine;
  private final NodeAccess access;

  public ContainerFrozen(Engine engine, NodeAccess access) {
    this.engine = engine;
    this.access = access;
  }

  @Override
  public String done() {
    return access.service() + " was frozen";
  }

  @Override
  public void inflict() {
    engine.client().pauseContainerCmd(access.containerId()).exec();
  }

  @Override
  public boolean inEffect() {
    return Boolean.TRUE.equals(access.inspect().getState().getPaused());
  }

  @Override
  public void heal() {
    if (inEffect()) {
      engine.client().unpauseContainerCmd(access.containerId()).exec();
    }
  }
}

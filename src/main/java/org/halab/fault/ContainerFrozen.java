package org.halab.fault;

import org.halab.engine.Engine;
import org.halab.engine.ServiceContainer;

/**
 * A container whose processes stand still, as {@code docker pause} does it: nothing is lost,
 * nothing answers, connections stay open.
 */
public final class ContainerFrozen implements FaultAction {
  private final Engine engine;
  private final ServiceContainer access;

  public ContainerFrozen(Engine engine, ServiceContainer access) {
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

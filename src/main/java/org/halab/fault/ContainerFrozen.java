package org.halab.fault;

import org.halab.engine.ServiceContainer;
import org.halab.message.Message;

/**
 * A container whose processes stand still, as {@code docker pause} does it: nothing is lost,
 * nothing answers, connections stay open.
 */
public final class ContainerFrozen implements FaultAction {
  private final ServiceContainer access;

  public ContainerFrozen(ServiceContainer access) {
    this.access = access;
  }

  @Override
  public Message done() {
    return Message.of("fault.frozen").with("service", access.service());
  }

  @Override
  public void inflict() {
    access.pause();
  }

  @Override
  public boolean inEffect() {
    return access.paused();
  }

  @Override
  public void heal() {
    if (inEffect()) {
      access.unpause();
    }
  }
}

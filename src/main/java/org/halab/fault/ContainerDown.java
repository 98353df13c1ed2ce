package org.halab.fault;

import org.halab.engine.Engine;
import org.halab.engine.ServiceContainer;

/** A container that runs no more: stopped or killed. Healed by starting it. */
public final class ContainerDown implements FaultAction {
  private static final int STOP_GRACE_SECONDS = 10;

  private final Engine engine;
  private final ServiceContainer access;
  private final boolean gracefully;

  private ContainerDown(Engine engine, ServiceContainer access, boolean gracefully) {
    this.engine = engine;
    this.access = access;
    this.gracefully = gracefully;
  }

  /** As {@code docker stop} does it: SIGTERM, and ten seconds to end in order. */
  public static ContainerDown stopped(Engine engine, ServiceContainer access) {
    return new ContainerDown(engine, access, true);
  }

  /** As {@code docker kill} does it: SIGKILL, without a word to anyone. */
  public static ContainerDown killed(Engine engine, ServiceContainer access) {
    return new ContainerDown(engine, access, false);
  }

  @Override
  public String done() {
    return access.service() + (gracefully ? " was stopped" : " was killed");
  }

  @Override
  public void inflict() {
    String container = access.containerId();
    if (gracefully) {
      engine.client().stopContainerCmd(container).withTimeout(STOP_GRACE_SECONDS).exec();
    } else {
      engine.client().killContainerCmd(container).exec();
    }
  }

  @Override
  public boolean inEffect() {
    return !access.running();
  }

  @Override
  public void heal() {
    access.start();
  }
}

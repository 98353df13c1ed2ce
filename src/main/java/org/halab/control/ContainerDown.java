package org.halab.control;

import com.github.dockerjava.api.exception.NotModifiedException;
import org.halab.stack.Engine;
import org.halab.stack.NodeAccess;

/** A container that runs no more: stopped or killed. Healed by starting it. */
public final class ContainerDown implements Breakage {
  private static final int STOP_GRACE_SECONDS = 10;

  private final Engine engine;
  private final NodeAccess access;
  private final boolean gracefully;

  private ContainerDown(Engine engine, NodeAccess access, boolean gracefully) {
    this.engine = engine;
    this.access = access;
    this.gracefully = gracefully;
  }

  /** As {@code docker stop} does it: SIGTERM, and ten seconds to end in order. */
  public static ContainerDown stopped(Engine engine, NodeAccess access) {
    return new ContainerDown(engine, access, true);
  }

  /** As {@code docker kill} does it: SIGKILL, without a word to anyone. */
  public static ContainerDown killed(Engine engine, NodeAccess access) {
    return new ContainerDown(engine, access, false);
  }

  /**
   * Starts a container if it does not run.
   *
   * @return whether it had to be started
   */
  public static boolean start(Engine engine, NodeAccess access) {
    if (running(access)) {
      return false;
    }
    try {
      engine.client().startContainerCmd(access.containerId()).exec();
    } catch (NotModifiedException e) {
      return false;
    }
    return true;
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
    return !running(access);
  }

  @Override
  public void heal() {
    start(engine, access);
  }

  private static boolean running(NodeAccess access) {
    return Boolean.TRUE.equals(access.inspect().getState().getRunning());
  }
}

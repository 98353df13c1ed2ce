package org.halab.fault;

import java.time.Duration;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;

/** A container that runs no more: stopped or killed. Healed by starting it. */
public final class ContainerDown implements FaultAction {
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private final ServiceContainer access;
  private final boolean gracefully;

  private ContainerDown(ServiceContainer access, boolean gracefully) {
    this.access = access;
    this.gracefully = gracefully;
  }

  /** As {@code docker stop} does it: SIGTERM, and ten seconds to end in order. */
  public static ContainerDown stopped(ServiceContainer access) {
    return new ContainerDown(access, true);
  }

  /** As {@code docker kill} does it: SIGKILL, without a word to anyone. */
  public static ContainerDown killed(ServiceContainer access) {
    return new ContainerDown(access, false);
  }

  @Override
  public Message done() {
    return gracefully
        ? Message.of("fault.stopped").with("service", access.service())
        : Message.of("fault.killed").with("service", access.service());
  }

  @Override
  public void inflict() {
    if (gracefully) {
      access.stop(STOP_GRACE);
    } else {
      access.kill();
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

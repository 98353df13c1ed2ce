package org.halab.control;

import java.time.Instant;
import org.halab.stack.Engine;
import org.halab.stack.NodeAccess;

/** A container that runs no more: stopped or killed. Healed by starting it. */
public final class ContainerDown implements Fault {
  private static final int STOP_GRACE_SECONDS = 10;

  private final Engine engine;
  private final String container;
  private final Instant at;

  private ContainerDown(Engine engine, String container, Instant at) {
    this.engine = engine;
    this.container = container;
    this.at = at;
  }

  /** As {@code docker stop} does it: SIGTERM, and ten seconds to end in order. */
  public static ContainerDown stop(Engine engine, NodeAccess node) {
    String container = node.containerId();
    Instant at = Instant.now();
    engine.client().stopContainerCmd(container).withTimeout(STOP_GRACE_SECONDS).exec();
    return proven(engine, container, at, node.service());
  }

  /** As {@code docker kill} does it: SIGKILL, without a word to anyone. */
  public static ContainerDown kill(Engine engine, NodeAccess node) {
    String container = node.containerId();
    Instant at = Instant.now();
    engine.client().killContainerCmd(container).exec();
    return proven(engine, container, at, node.service());
  }

  private static ContainerDown proven(Engine engine, String container, Instant at, String service) {
    if (Boolean.TRUE.equals(engine.inspect(container).getState().getRunning())) {
      throw new IllegalStateException("The container of " + service + " still runs");
    }
    return new ContainerDown(engine, container, at);
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public void close() {
    if (!Boolean.TRUE.equals(engine.inspect(container).getState().getRunning())) {
      engine.client().startContainerCmd(container).exec();
    }
  }
}

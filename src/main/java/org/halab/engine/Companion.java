package org.halab.engine;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.time.Duration;

/** A container that the lab has put beside those of a project; closing it removes it. */
public final class Companion implements AutoCloseable {
  private final Engine engine;
  private final String id;

  Companion(Engine engine, String id) {
    this.engine = engine;
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Whether its command has not come to its end. */
  public boolean running() {
    try {
      return Boolean.TRUE.equals(
          engine.client().inspectContainerCmd(id).exec().getState().getRunning());
    } catch (NotFoundException e) {
      return false;
    }
  }

  /**
   * Tells its command to end, and removes it.
   *
   * @param limit after which it is killed
   */
  public void end(Duration limit) {
    try (this) {
      engine.client().stopContainerCmd(id).withTimeout((int) limit.toSeconds()).exec();
    } catch (NotFoundException | NotModifiedException e) {
      // It has ended.
    }
  }

  @Override
  public void close() {
    try {
      engine.client().removeContainerCmd(id).withForce(true).exec();
    } catch (NotFoundException | ConflictException e) {
      // It is gone, or somebody else removes it: as wanted.
    }
  }
}

package org.halab.engine;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.halab.domain.LogLine;

/** How to reach one service of a deployed project. */
public interface ServiceContainer {
  /** The Compose service. */
  String service();

  /**
   * @throws IllegalStateException if no container exists
   */
  String containerId();

  /** What the engine knows of the container now. */
  InspectContainerResponse inspect();

  /** The container's name, as {@code docker logs} takes it. */
  default String containerName() {
    return inspect().getName().replaceFirst("^/", "");
  }

  /**
   * Where a port of the container is published on this machine now; it changes with each start.
   *
   * @throws IllegalStateException if it is not published, or the container does not run
   */
  InetSocketAddress address(int containerPort);

  default boolean running() {
    return Boolean.TRUE.equals(inspect().getState().getRunning());
  }

  /**
   * Starts the container if it does not run.
   *
   * @return whether it had to be started
   */
  boolean start();

  /** Runs a command in the container; the caller judges how it ended. */
  CommandResult exec(String... command);

  /**
   * What a command in the container prints.
   *
   * @throws IllegalStateException if it does not succeed; the message has its last lines
   */
  default String output(String... command) {
    CommandResult result = exec(command);
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "'%s' in %s ended with %d:%n%s"
              .formatted(
                  String.join(" ", command), service(), result.exitCode(), result.lastLines(10)));
    }
    return result.output();
  }

  /** The container's log from a moment on; over restarts, but not over a new container. */
  List<LogLine> logs(Instant since);
}

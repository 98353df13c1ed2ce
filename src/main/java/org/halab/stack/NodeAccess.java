package org.halab.stack;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.halab.domain.LogLine;

/** How to reach one service of a deployed project. */
public interface NodeAccess {
  /** The Compose service. */
  String service();

  /**
   * @throws IllegalStateException if no container exists
   */
  String containerId();

  /** What the engine knows of the container now. */
  InspectContainerResponse inspect();

  /**
   * Where a port of the container is published on this machine now; it changes with each start.
   *
   * @throws IllegalStateException if it is not published, or the container does not run
   */
  InetSocketAddress address(int containerPort);

  /** Runs a command in the container. */
  CommandResult exec(String... command);

  /** The container's log from a moment on; over restarts, but not over a new container. */
  List<LogLine> logs(Instant since);
}

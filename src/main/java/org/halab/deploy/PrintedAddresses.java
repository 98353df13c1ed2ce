package org.halab.deploy;

import com.github.dockerjava.api.model.Container;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.engine.Engine;
import org.halab.engine.PortHolder;
import org.halab.stack.ComposeModel;

/** The container names and host ports that a project has by its Compose file: are they free? */
final class PrintedAddresses {
  private final Engine engine;

  PrintedAddresses(Engine engine) {
    this.engine = engine;
  }

  /**
   * @throws LabException if a name or a port is taken; the message says by what
   */
  void requireFree(ComposeModel printed) {
    List<Container> containers = engine.containers(Map.of());
    List<String> taken = new ArrayList<>();
    for (String name : printed.containerNames()) {
      containers.stream()
          .filter(container -> Arrays.asList(container.getNames()).contains("/" + name))
          .findFirst()
          .ifPresent(holder -> taken.add("container name " + name + ": " + describe(holder)));
    }
    for (int port : printed.hostPorts()) {
      holder(port, containers).ifPresent(holder -> taken.add("port " + port + ": " + holder));
    }
    if (!taken.isEmpty()) {
      throw new LabException(
          "The cluster is to run under the guide's own names and ports, and some are taken:%n  %s%nFree them, and run the same command again. A cluster that was started by hand is ended by 'docker compose -f docker/docker-compose.yml down' (its data stay; -v removes them too)."
              .formatted(String.join(System.lineSeparator() + "  ", taken)));
    }
  }

  private static Optional<String> holder(int port, List<Container> containers) {
    Optional<String> container =
        containers.stream()
            .filter(one -> publishes(one, port))
            .map(PrintedAddresses::describe)
            .findFirst();
    return container.isPresent() || PortHolder.free(port)
        ? container
        : Optional.of(PortHolder.describe(port));
  }

  private static boolean publishes(Container container, int port) {
    return Arrays.stream(container.getPorts())
        .anyMatch(one -> one.getPublicPort() != null && one.getPublicPort() == port);
  }

  private static String describe(Container container) {
    String project = container.getLabels().get("com.docker.compose.project");
    return "container %s (image %s, %s%s)"
        .formatted(
            container.getNames()[0].substring(1),
            container.getImage(),
            container.getStatus(),
            project == null ? "" : ", of the Compose project '" + project + "'");
  }
}

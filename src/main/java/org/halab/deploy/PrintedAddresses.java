package org.halab.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.engine.Engine;
import org.halab.engine.Labels;
import org.halab.engine.ListedContainer;
import org.halab.engine.PortHolder;
import org.halab.message.Message;
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
    List<ListedContainer> containers = engine.containers(Map.of());
    List<String> taken = new ArrayList<>();
    for (String name : printed.containerNames()) {
      containers.stream()
          .filter(container -> container.names().contains(name))
          .findFirst()
          .ifPresent(holder -> taken.add("container name " + name + ": " + describe(holder)));
    }
    for (int port : printed.hostPorts()) {
      holder(port, containers).ifPresent(holder -> taken.add("port " + port + ": " + holder));
    }
    if (!taken.isEmpty()) {
      throw new LabException(
          Message.of("deploy.taken")
              .with("taken", String.join(System.lineSeparator() + "  ", taken)));
    }
  }

  private static Optional<String> holder(int port, List<ListedContainer> containers) {
    Optional<String> container =
        containers.stream()
            .filter(one -> one.hostPorts().contains(port))
            .map(PrintedAddresses::describe)
            .findFirst();
    return container.isPresent() || PortHolder.free(port)
        ? container
        : Optional.of(PortHolder.describe(port));
  }

  private static String describe(ListedContainer container) {
    String project = container.labels().get(Labels.COMPOSE_PROJECT);
    return "container %s (image %s, %s%s)"
        .formatted(
            container.names().get(0),
            container.image(),
            container.status(),
            project == null ? "" : ", of the Compose project '" + project + "'");
  }
}

package org.halab.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.halab.cluster.Entrypoint;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;

/** HAProxy was given another health check, which replicas pass, too. */
final class EntrypointToReplicas implements Incident {
  private static final String CHECK = "option httpchk";
  private static final String WRONG = "GET /health";
  private static final String RIGHT = "GET /primary";
  private static final int CONNECTIONS = 8;

  @Override
  public String name() {
    return "entrypoint-to-replicas";
  }

  @Override
  public String stack() {
    return "guide";
  }

  /** Who mends it edits a file that the container has mounted. */
  @Override
  public Optional<Message> lacking(Engine engine) {
    return engine.elsewhere()
        ? Optional.of(Message.of("incident.entrypoint.elsewhere"))
        : Optional.empty();
  }

  /** The container is made anew with a changed copy of its file, as by whoever deploys a change. */
  @Override
  public Happened happen(Plant plant) throws IOException {
    ServiceContainer entrypoint = plant.site().entrypoint();
    Path changed = plant.project().directory().resolve("haproxy.cfg");
    String printed = Files.readString(plant.project().stack().directory().resolve("haproxy.cfg"));
    Files.writeString(changed, printed.replaceFirst(CHECK, CHECK + " " + WRONG));
    mount(plant.project().directory().resolve("compose.json"), entrypoint.service(), changed);
    CommandResult up = plant.project().compose("up", "-d", "--no-deps", entrypoint.service());
    if (!up.succeeded()) {
      throw new IllegalStateException(up.lastLines(10));
    }
    awaitBothReached(plant);
    return new Happened(
        Message.of("incident.entrypoint.broken"),
        List.of(
            Message.of("incident.entrypoint.hint1"),
            Message.of("incident.entrypoint.hint2"),
            Message.of("incident.entrypoint.hint3").with("file", changed)),
        Message.of("incident.entrypoint.prevention"),
        List.of(
            new Order(List.of("sed", "-i", "s|%s|%s|".formatted(WRONG, RIGHT), changed.toString())),
            Plant.docker("restart", entrypoint.containerName())),
        List.of(Plant.docker("restart", entrypoint.containerName())));
  }

  private static void mount(Path compose, String service, Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode project = json.readTree(compose.toFile());
    JsonNode mounts = project.path("services").path(service).path("volumes");
    ((ObjectNode) mounts.get(0)).put("source", file.toString());
    json.writeValue(compose.toFile(), project);
  }

  private static void awaitBothReached(Plant plant) {
    plant
        .cluster()
        .waits()
        .until(
            plant.cluster().deadlines().entrypointSwitched(),
            Message.of("incident.wait.bothReached"),
            () -> new Entrypoint(plant.cluster()).nodesReached(CONNECTIONS).size() > 1);
  }
}

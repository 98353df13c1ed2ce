package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halab.engine.Command;
import org.halab.engine.CommandResult;
import org.halab.stack.CleanEnvironment;
import org.halab.stack.ComposeModel;

/** Projects as Compose resolves them; for that it needs no engine. */
final class Printed {
  static final Path DIRECTORY = Path.of("docker").toAbsolutePath();
  static final Path FILE = DIRECTORY.resolve("docker-compose.yml");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Printed() {}

  static ComposeModel resolved(Path... files) {
    List<String> command = new ArrayList<>(List.of("docker", "compose"));
    List.of(files).forEach(file -> command.addAll(List.of("-f", file.toString())));
    command.addAll(List.of("config", "--format", "json"));
    CommandResult result =
        Command.runWithOnly(
            CleanEnvironment.of(
                files[0].getParent(), Map.of("DOCKER_HOST", "unix:///there/is/no/engine")),
            files[0].getParent(),
            command,
            Duration.ofSeconds(60),
            line -> {});
    if (!result.succeeded()) {
      throw new IllegalStateException(result.output());
    }
    return ComposeModel.parse(result.output().substring(result.output().indexOf('{')));
  }

  static ObjectNode json(ComposeModel model) throws IOException {
    return (ObjectNode) JSON.readTree(model.toJson());
  }

  /** The model with another value at a place. */
  static ComposeModel with(ComposeModel model, String pointer, String value) throws IOException {
    JsonNode node = JSON.readTree(value);
    int last = pointer.lastIndexOf('/');
    return model.changed(
        root -> {
          ObjectNode owner = last == 0 ? root : root.withObject(pointer.substring(0, last));
          owner.set(pointer.substring(last + 1).replace("~1", "/"), node);
        });
  }
}

package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a service's image is built from, as Compose has resolved it. */
public record BuildContext(Path directory, Path dockerfile) {
  /** Empty for a service that builds nothing. */
  public static Optional<BuildContext> of(JsonNode service) {
    JsonNode build = service.path("build");
    if (!build.path("context").isTextual()) {
      return Optional.empty();
    }
    Path directory = Path.of(build.path("context").asText());
    return Optional.of(
        new BuildContext(
            directory, dockerfile(directory, build.path("dockerfile").asText("Dockerfile"))));
  }

  /** As the builder does: where there is no Dockerfile, one in small letters will do. */
  private static Path dockerfile(Path directory, String name) {
    Path small = directory.resolve("dockerfile");
    boolean other = name.equals("Dockerfile") && !Files.exists(directory.resolve(name));
    return other && Files.exists(small) ? small : directory.resolve(name);
  }
}

package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;

/** Where a service's image is built from, as Compose has resolved it. */
record BuildContext(Path directory, Path dockerfile) {
  /** Empty for a service that builds nothing. */
  static Optional<BuildContext> of(JsonNode service) {
    JsonNode build = service.path("build");
    if (!build.path("context").isTextual()) {
      return Optional.empty();
    }
    Path directory = Path.of(build.path("context").asText());
    return Optional.of(
        new BuildContext(
            directory, directory.resolve(build.path("dockerfile").asText("Dockerfile"))));
  }
}

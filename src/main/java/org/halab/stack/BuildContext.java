package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /** What Compose gives to the build of a service, by the names of the ARGs. */
  public static Map<String, String> arguments(JsonNode service) {
    Map<String, String> arguments = new TreeMap<>();
    service
        .path("build")
        .path("args")
        .properties()
        .forEach(one -> arguments.put(one.getKey(), one.getValue().asText()));
    return arguments;
  }

  /** What its Dockerfile copies out of the context and is not there, as it is written. */
  public List<String> missing() {
    try {
      return Files.isRegularFile(dockerfile)
          ? CopyInstruction.in(Files.readString(dockerfile)).stream()
              .flatMap(copy -> copy.sources().stream())
              .filter(source -> !source.matches(".*([*?\\[$]|://).*|git@.*"))
              .filter(source -> !Files.exists(directory.resolve(source.replaceFirst("^/+", ""))))
              .distinct()
              .toList()
          : List.of();
    } catch (InvalidPathException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(dockerfile + " cannot be read", e);
    }
  }

  /** As the builder does: where there is no Dockerfile, one in small letters will do. */
  private static Path dockerfile(Path directory, String name) {
    Path small = directory.resolve("dockerfile");
    boolean other = name.equals("Dockerfile") && !Files.exists(directory.resolve(name));
    return other && Files.exists(small) ? small : directory.resolve(name);
  }
}

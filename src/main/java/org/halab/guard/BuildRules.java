package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/** What an image may be built from, and how. */
final class BuildRules {
  private static final Set<String> HARMLESS =
      Set.of("context", "dockerfile", "dockerfile_inline", "args", "target", "labels");

  /** They reach the machine that builds: its network, its keys, its files, its other images. */
  private static final Set<String> PRIVILEGES =
      Set.of(
          "cache_to",
          "entitlements",
          "network",
          "privileged",
          "secrets",
          "ssh",
          "tags",
          "ulimits",
          "extra_hosts",
          "isolation");

  /** Docker holds COPY to its context; who reads the Dockerfile to find the file does not. */
  private static final Pattern COPY_FROM_ABOVE =
      Pattern.compile("(?i)(COPY|ADD)\\b.*[\\s\"'/,\\[]\\.\\.(?=[/\\s\"',])[^\\s,]*[\\s,]+\\S.*");

  private static final Pattern OTHER_IMAGE =
      Pattern.compile("(docker-image://|service:|target:).+");
  private static final long LONGEST_DOCKERFILE = 256 * 1024;

  private final Taken taken;
  private final Inside project;

  BuildRules(Taken taken, Inside project) {
    this.taken = taken;
    this.project = project;
  }

  void apply(ObjectNode service, String... path) {
    String[] below = Taken.with(path, "build");
    if (!(service.get("build") instanceof ObjectNode build)) {
      taken.out(Kind.BUILD, service, "build", path);
      return;
    }
    if (!contextInside(build) || !dockerfileInside(build)) {
      taken.out(Kind.BUILD, service, "build", path);
      return;
    }
    for (String key : ServiceRules.names(build)) {
      if (key.equals("additional_contexts")) {
        contexts(build.get(key), Taken.with(below, key));
      } else if (!HARMLESS.contains(key) && !key.startsWith("x-")) {
        boolean ordinary =
            key.equals("network") && build.path(key).asText().matches("default|none");
        taken.out(
            PRIVILEGES.contains(key) && !ordinary ? Kind.PRIVILEGE : Kind.OTHER, build, key, below);
      }
    }
    LabelRules.apply(taken, build.path("labels"), Taken.with(below, "labels"));
    arguments(build.path("args"), Taken.with(below, "args"));
  }

  private boolean contextInside(ObjectNode build) {
    String context = build.path("context").asText();
    return context.startsWith("/") && project.holds(context);
  }

  private boolean dockerfileInside(ObjectNode build) {
    if (build.has("dockerfile_inline")) {
      return !copiesFromAbove(build.path("dockerfile_inline").asText());
    }
    try {
      Path file =
          Path.of(build.path("context").asText())
              .resolve(build.path("dockerfile").asText("Dockerfile"))
              .normalize();
      return project.holds(file)
          && (!Files.exists(file)
              || Files.isRegularFile(file)
                  && Files.size(file) <= LONGEST_DOCKERFILE
                  && !copiesFromAbove(Files.readString(file)));
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static boolean copiesFromAbove(String dockerfile) {
    return dockerfile
        .replaceAll("[\\\\`][ \\t]*\\R", " ")
        .lines()
        .anyMatch(line -> COPY_FROM_ABOVE.matcher(line.strip()).lookingAt());
  }

  private void contexts(JsonNode contexts, String[] path) {
    if (contexts instanceof ObjectNode map) {
      for (String name : ServiceRules.names(map)) {
        String context = map.path(name).asText();
        boolean inside = context.startsWith("/") && project.holds(context);
        if (!inside && !OTHER_IMAGE.matcher(context).matches()) {
          taken.out(Kind.OUTSIDE, map, name, path);
        }
      }
    }
  }

  /** An argument without a value is taken from who runs Compose. */
  private void arguments(JsonNode arguments, String[] path) {
    if (arguments instanceof ObjectNode map) {
      for (String name : ServiceRules.names(map)) {
        if (map.get(name).isNull()) {
          map.remove(name);
          taken.note(Kind.OTHER, map.nullNode(), Taken.with(path, name));
        }
      }
    }
  }
}

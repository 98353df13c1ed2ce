package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The project's files that a service's container has: those its Dockerfile copies, and over them
 * those that Compose mounts.
 */
public final class ContainerFiles {
  private static final int MOST_FILES = 500;
  private static final int DEPTH = 4;

  private final Map<String, Path> files = new LinkedHashMap<>();

  /**
   * @param root the resolved Compose project
   */
  public ContainerFiles(JsonNode root, String service) {
    JsonNode definition = root.path("services").path(service);
    copied(definition);
    for (JsonNode config : definition.path("configs")) {
      String source = config.path("source").asText();
      String target = config.path("target").asText("/" + source);
      String file = root.path("configs").path(source).path("file").asText("");
      if (!file.isEmpty()) {
        put(target, Path.of(file));
      }
    }
    for (JsonNode volume : definition.path("volumes")) {
      if (volume.path("type").asText().equals("bind")) {
        put(volume.path("target").asText(), Path.of(volume.path("source").asText()));
      }
    }
  }

  /** The file behind a path of the container; empty if it is not the project's. */
  public Optional<ContainerFile> at(String inContainer) {
    String path = PathInContainer.normal(inContainer);
    return Optional.ofNullable(files.get(path)).map(file -> new ContainerFile(file, path));
  }

  /** The files directly in a directory of the container, by their names. */
  public List<ContainerFile> in(String directory) {
    String prefix = PathInContainer.normal(directory) + "/";
    return all().stream()
        .filter(one -> one.inContainer().startsWith(prefix))
        .filter(one -> one.inContainer().indexOf('/', prefix.length()) < 0)
        .toList();
  }

  /** All of them, in the order of their paths in the container. */
  public List<ContainerFile> all() {
    return files.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> new ContainerFile(one.getValue(), one.getKey()))
        .toList();
  }

  private void copied(JsonNode definition) {
    BuildContext.of(definition)
        .ifPresent(
            build -> {
              JsonNode inline = definition.path("build").path("dockerfile_inline");
              String text = inline.isTextual() ? inline.asText() : text(build.dockerfile());
              for (CopyInstruction copy : CopyInstruction.in(text)) {
                copy.sources().forEach(source -> copy(build.directory(), source, copy));
              }
            });
  }

  private void copy(Path context, String source, CopyInstruction copy) {
    for (Path file : matching(context, source)) {
      if (Files.isDirectory(file)) {
        put(copy.target(), file);
      } else {
        put(copy.intoDirectory() ? copy.target() + "/" + file.getFileName() : copy.target(), file);
      }
    }
  }

  private static List<Path> matching(Path context, String source) {
    String plain = source.replaceFirst("^/+", "");
    try {
      if (!plain.matches(".*[*?\\[].*")) {
        Path file = context.resolve(plain).normalize();
        return Files.exists(file) ? List.of(file) : List.of();
      }
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + plain);
      try (Stream<Path> tree = Files.walk(context, DEPTH)) {
        return tree.filter(file -> matcher.matches(context.relativize(file)))
            .limit(MOST_FILES)
            .sorted()
            .toList();
      }
    } catch (InvalidPathException | PatternSyntaxException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file, or a directory with what is in it. */
  private void put(String target, Path source) {
    if (Files.isDirectory(source)) {
      try (Stream<Path> tree = Files.walk(source, DEPTH)) {
        tree.filter(Files::isRegularFile)
            .limit(MOST_FILES)
            .forEach(
                file ->
                    files.put(
                        PathInContainer.normal(
                            target + "/" + source.relativize(file).toString().replace('\\', '/')),
                        file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      files.put(PathInContainer.normal(target), source);
    }
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}

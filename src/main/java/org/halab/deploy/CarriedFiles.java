package org.halab.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.stack.ComposeModel;

/**
 * Files of this machine for containers of another. To mount one is to name a path of the engine's
 * machine, where it is not; so each goes along as a Compose config with its content, which Compose
 * copies into the container before it is started. What a container is to write into a mounted
 * directory is in a volume: its files are not this machine's any more.
 *
 * <p>A file that is changed here while the project is up is as it was for the containers.
 */
final class CarriedFiles {
  private static final int MOST_MEGABYTES = 8;
  private static final String NAME = "lab-carried-";

  /** What a container cannot tell from a mounted file where files have no such rights. */
  private static final int ANYBODYS = 0755;

  private final Map<Path, String> configs = new HashMap<>();
  private final Map<Path, String> volumes = new HashMap<>();
  private long bytes;

  /** The same project without mounts of this machine's files. */
  ComposeModel in(ComposeModel model) {
    return model.changed(this::carry);
  }

  private void carry(ObjectNode root) {
    root.path("configs").properties().forEach(one -> inline(one.getKey(), one.getValue()));
    for (Map.Entry<String, JsonNode> service : root.path("services").properties()) {
      ObjectNode changed = (ObjectNode) service.getValue();
      secrets(root, service.getKey(), changed);
      JsonNode mounts = changed.remove("volumes");
      if (mounts != null) {
        ArrayNode kept = changed.putArray("volumes");
        mounts.forEach(mount -> mount(root, service.getKey(), changed, mount, kept));
      }
    }
  }

  /** A config that is a file is mounted, too. */
  private void inline(String name, JsonNode config) {
    if (config.has("file")) {
      Path file = Path.of(((ObjectNode) config).remove("file").asText());
      ((ObjectNode) config).put("content", content(name, file));
    }
  }

  private void secrets(ObjectNode root, String name, ObjectNode service) {
    if (service.path("secrets") instanceof ArrayNode secrets) {
      for (int i = secrets.size() - 1; i >= 0; i--) {
        String source = secrets.get(i).path("source").asText();
        JsonNode file = root.path("secrets").path(source).path("file");
        if (file.isTextual()) {
          String target = secrets.get(i).path("target").asText(source);
          Path place = Path.of("/run/secrets").resolve(target);
          secrets.remove(i);
          file(root, name, service, Path.of(file.asText()), slashed(place));
        }
      }
    }
  }

  private void mount(
      ObjectNode root, String name, ObjectNode service, JsonNode mount, ArrayNode kept) {
    if (!mount.path("type").asText().equals("bind")) {
      kept.add(mount);
      return;
    }
    Path source = Path.of(mount.path("source").asText());
    String target = mount.path("target").asText();
    if (Files.isRegularFile(source)) {
      file(root, name, service, source, target);
    } else if (Files.isDirectory(source) || !Files.exists(source)) {
      if (!mount.path("read_only").asBoolean()) {
        kept.add(volume(root, source, target));
      }
      files(name, source)
          .forEach(
              one ->
                  file(root, name, service, one, target + "/" + slashed(source.relativize(one))));
    } else {
      throw refused(name, source);
    }
  }

  /** Docker would make a directory of what does not exist; who mounts the same finds the same. */
  private ObjectNode volume(ObjectNode root, Path source, String target) {
    String volume = volumes.computeIfAbsent(source, path -> NAME + volumes.size());
    root.withObject("/volumes").withObject("/" + volume);
    ObjectNode mount = root.objectNode().put("type", "volume").put("source", volume);
    mount.put("target", target).putObject("volume").put("nocopy", true);
    return mount;
  }

  private List<Path> files(String service, Path directory) {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(one -> !Files.isDirectory(one)).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw refused(service, directory);
    }
  }

  private void file(ObjectNode root, String name, ObjectNode service, Path file, String target) {
    String config = configs.computeIfAbsent(file, path -> NAME + configs.size());
    if (!root.path("configs").has(config)) {
      root.withObject("/configs").putObject(config).put("content", content(name, file));
    }
    service
        .withArray("configs")
        .addObject()
        .put("source", config)
        .put("target", target)
        .put("mode", mode(file));
  }

  private String content(String service, Path file) {
    try {
      bytes += Files.size(file);
      if (!Files.isRegularFile(file) || bytes > MOST_MEGABYTES << 20) {
        throw refused(service, file);
      }
      String content =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      if (content.indexOf('\0') >= 0) {
        throw refused(service, file);
      }
      // Compose passes over what has no content, and takes a dollar sign for one of its variables.
      return content.isEmpty() ? "\n" : content.replace("$", "$$");
    } catch (CharacterCodingException e) {
      throw refused(service, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabException refused(String service, Path path) {
    return new LabException(
        Message.of("deploy.notCarried")
            .with("service", service)
            .with("path", path)
            .with("megabytes", MOST_MEGABYTES));
  }

  private static int mode(Path file) {
    try {
      int mode = 0;
      for (PosixFilePermission one : Files.getPosixFilePermissions(file)) {
        mode |= 0400 >> one.ordinal();
      }
      return mode;
    } catch (UnsupportedOperationException e) {
      return ANYBODYS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}

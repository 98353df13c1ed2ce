package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be seen of this machine's files: the project's, and volumes of its own. */
final class MountRules {
  private static final Set<String> MOUNT =
      Set.of("type", "source", "target", "read_only", "bind", "volume", "tmpfs", "consistency");
  private static final Set<String> BIND = Set.of("create_host_path", "selinux");
  private static final Set<String> VOLUME = Set.of("nocopy", "subpath");
  private static final Pattern SIZE = Pattern.compile("size=([^,]+)");

  /**
   * Read by the lab, or by what runs: after a container has put a link there, it may be any file.
   */
  private static final Pattern CONFIGURATION =
      Pattern.compile("(?i).*\\.(ya?ml|cfg|conf|json|env|js|sh)|.*dockerfile.*|\\.env");

  private final Taken taken;
  private final Inside project;
  private final Set<String> known;
  private final List<Bound> writable = new ArrayList<>();
  private final Set<Path> used = new HashSet<>();

  private record Bound(ObjectNode mount, Path source, String[] path) {}

  /**
   * @param known the project's configs and secrets that were left in it, as {@code configs.NAME}
   */
  MountRules(Taken taken, Inside project, Set<String> known) {
    this.taken = taken;
    this.project = project;
    this.known = known;
  }

  void volumes(ObjectNode service, String[] path) {
    ArrayNode mounts = (ArrayNode) service.path("volumes");
    String[] below = Taken.with(path, "volumes");
    for (int i = mounts.size() - 1; i >= 0; i--) {
      JsonNode mount = mounts.get(i);
      Kind kind = refused(mount);
      if (kind != null) {
        mounts.remove(i);
        taken.note(kind, mount, Taken.with(below, String.valueOf(i)));
      } else {
        tame((ObjectNode) mount, Taken.with(below, String.valueOf(i)));
      }
    }
  }

  /** Null for a mount that may stay. */
  private Kind refused(JsonNode mount) {
    String source = mount.path("source").asText("");
    return switch (mount.path("type").asText()) {
      case "volume", "tmpfs" -> source.contains("/") ? Kind.OUTSIDE : null;
      case "bind" -> {
        if (source.endsWith("docker.sock") || source.endsWith("containerd.sock")) {
          yield Kind.DOCKER;
        }
        yield source.startsWith("/") && project.holds(source) ? null : Kind.OUTSIDE;
      }
      default -> Kind.OTHER;
    };
  }

  private void tame(ObjectNode mount, String[] path) {
    only(MOUNT, mount, path);
    only(BIND, mount.path("bind"), Taken.with(path, "bind"));
    only(VOLUME, mount.path("volume"), Taken.with(path, "volume"));
    if (mount.path("tmpfs") instanceof ObjectNode tmpfs
        && Amounts.bytes(tmpfs.path("size")) > ServiceLimits.MEMORY) {
      taken.note(Kind.REDUCED, tmpfs, Taken.with(path, "tmpfs"));
      tmpfs.put("size", String.valueOf(ServiceLimits.MEMORY));
    }
    if (mount.path("type").asText().equals("bind")) {
      Path source = project.real(Path.of(mount.path("source").asText()));
      used.add(source);
      if (!mount.path("read_only").asBoolean()) {
        writable.add(new Bound(mount, source, path));
      }
    }
  }

  private void only(Set<String> allowed, JsonNode node, String[] path) {
    if (node instanceof ObjectNode map) {
      ServiceRules.names(map).stream()
          .filter(key -> !allowed.contains(key))
          .forEach(key -> taken.out(Kind.PRIVILEGE, map, key, path));
    }
  }

  void temporary(ObjectNode service, String[] path) {
    ArrayNode list = (ArrayNode) service.path("tmpfs");
    for (int i = 0; i < list.size(); i++) {
      String text = list.get(i).asText();
      Matcher size = SIZE.matcher(text);
      if (size.find() && Amounts.bytes(size.group(1)) > ServiceLimits.MEMORY) {
        taken.note(Kind.REDUCED, list.get(i), Taken.with(path, "tmpfs", String.valueOf(i)));
        list.set(i, list.textNode(size.replaceAll("size=" + ServiceLimits.MEMORY)));
      }
    }
  }

  /** What a service takes of configs or secrets that were taken out goes with them. */
  void references(ObjectNode service, String key, String[] path) {
    ArrayNode list = (ArrayNode) service.path(key);
    for (int i = list.size() - 1; i >= 0; i--) {
      if (!known.contains(key + "." + list.get(i).path("source").asText(list.get(i).asText()))) {
        list.remove(i);
      }
    }
  }

  /**
   * A container that can write to a directory can put a link there, to any file of this machine,
   * where another mount begins or where a file is read: such directories are read-only.
   */
  void closeWritable() {
    for (Bound one : writable) {
      boolean above =
          used.stream()
              .anyMatch(path -> !path.equals(one.source()) && path.startsWith(one.source()));
      if (above
          || project.real(project.directory()).startsWith(one.source())
          || configures(one.source())) {
        one.mount().put("read_only", true);
        taken.note(Kind.READ_ONLY, one.mount(), one.path());
      }
    }
  }

  private static boolean configures(Path directory) {
    if (!Files.isDirectory(directory) || Files.exists(directory.resolve("PG_VERSION"))) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(file -> CONFIGURATION.matcher(file.getFileName().toString()).matches());
    } catch (IOException e) {
      return true;
    }
  }
}

package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a project may have beside its services. */
final class SectionRules {
  private static final Set<String> VOLUME = Set.of("name", "labels", "driver", "driver_opts");
  private static final Set<String> TEXT = Set.of("name", "file", "content", "labels");

  private static final Set<String> MEMORY_OPTIONS = Set.of("type", "device", "o");
  private static final Pattern SIZE = Pattern.compile("size=(\\d+[kmg]?)");

  private final Taken taken;
  private final Inside project;
  private long inMemoryAltogether;

  SectionRules(Taken taken, Inside project) {
    this.taken = taken;
    this.project = project;
  }

  void apply(ObjectNode root) {
    for (String name : ServiceRules.names(root.path("networks"))) {
      if (root.path("networks").get(name) instanceof ObjectNode network) {
        ownName(network, root, name);
        new NetworkRules(taken).defined(name, network);
      }
    }
    for (String name : ServiceRules.names(root.path("volumes"))) {
      if (root.path("volumes").get(name) instanceof ObjectNode volume) {
        ownName(volume, root, name);
        volume(volume, "volumes", name);
      }
    }
    texts(root.path("configs"), "configs");
    texts(root.path("secrets"), "secrets");
    if (root.path("x-lab") instanceof ObjectNode block) {
      told(block);
    }
  }

  /** A name of its own choice may be another project's: Compose then takes what is there. */
  private static void ownName(ObjectNode owner, ObjectNode root, String name) {
    if (!owner.path("name").asText().equals(root.path("name").asText() + "_" + name)) {
      owner.remove("name");
    }
  }

  /** An empty volume of the project's own stands in for what was elsewhere. */
  private void volume(ObjectNode volume, String... path) {
    if (volume.path("external").asBoolean()) {
      taken.out(Kind.OUTSIDE, volume, "external", path);
    }
    JsonNode options = volume.path("driver_opts");
    if (!isSmallDisk(options)) {
      taken.out(isElsewhere(options) ? Kind.OUTSIDE : Kind.OTHER, volume, "driver_opts", path);
    }
    if (!volume.path("driver").asText("").matches("|local")) {
      taken.out(Kind.PRIVILEGE, volume, "driver", path);
    }
    ServiceRules.names(volume).stream()
        .filter(key -> !VOLUME.contains(key) && !key.startsWith("x-"))
        .forEach(key -> taken.out(Kind.OTHER, volume, key, path));
    LabelRules.apply(taken, volume.path("labels"), Taken.with(path, "labels"));
  }

  private boolean isElsewhere(JsonNode options) {
    String device = options.path("device").asText("");
    return options.path("type").asText().startsWith("nfs")
        || !device.isEmpty() && !device.equals("tmpfs") && !project.holds(device);
  }

  /**
   * In memory, with a size. All such volumes together get no more than one container's memory: what
   * one has written stays there when it is started anew, and then counts for nobody.
   */
  private boolean isSmallDisk(JsonNode options) {
    Matcher size = SIZE.matcher(options.path("o").asText(""));
    boolean inMemory =
        MEMORY_OPTIONS.containsAll(ServiceRules.names(options))
            && options.path("type").asText().equals("tmpfs")
            && options.path("device").asText().equals("tmpfs")
            && size.matches();
    long more = inMemory ? Amounts.bytes(size.group(1)) : Long.MAX_VALUE;
    if (more == 0 || more > ServiceLimits.MEMORY - inMemoryAltogether) {
      return false;
    }
    inMemoryAltogether += more;
    return true;
  }

  /** Configs and secrets: from a file of the project, or written out. */
  private void texts(JsonNode texts, String kind) {
    if (!(texts instanceof ObjectNode all)) {
      return;
    }
    for (String name : ServiceRules.names(all)) {
      JsonNode text = all.get(name);
      boolean inside =
          text.has("content") || text.has("file") && project.holds(text.path("file").asText());
      boolean plain = ServiceRules.names(text).stream().allMatch(TEXT::contains);
      if (!inside || !plain) {
        taken.out(Kind.OUTSIDE, all, name, kind);
      } else {
        LabelRules.apply(taken, text.path("labels"), kind, name, "labels");
      }
    }
  }

  /** The block that tells the lab where files are; it must not lead it out of the project. */
  private void told(ObjectNode block) {
    for (String node : ServiceRules.names(block.path("nodes"))) {
      for (JsonNode file : block.path("nodes").get(node)) {
        if (!project.holds(file.asText())) {
          taken.out(Kind.OUTSIDE, (ObjectNode) block.get("nodes"), node, "x-lab", "nodes");
          break;
        }
      }
    }
    for (String entrypoint : ServiceRules.names(block.path("entrypoints"))) {
      JsonNode told = block.path("entrypoints").get(entrypoint);
      if (!project.holds(told.path("config").asText())) {
        taken.out(
            Kind.OUTSIDE,
            (ObjectNode) block.get("entrypoints"),
            entrypoint,
            "x-lab",
            "entrypoints");
      }
    }
  }
}

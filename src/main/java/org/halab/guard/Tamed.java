package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.finding.Severity;
import org.halab.stack.ComposeModel;
import org.halab.stack.YamlSource;

/**
 * A stranger's project as it may be started: what reaches this machine or other containers is taken
 * out and named, and each container has limits.
 *
 * @param model may be started as it is if {@link #startable}; otherwise it has no services
 * @param findings what was taken out or made smaller; none if there was nothing
 */
public record Tamed(ComposeModel model, List<Finding> findings) {
  /** Of all services together. The guide has four, three nodes with three members of etcd seven. */
  static final int MOST_CONTAINERS = 20;

  private static final Set<String> SECTIONS =
      Set.of("name", "services", "networks", "volumes", "configs", "secrets");

  /**
   * @param asked the project as Compose resolved it, from files that are {@link Readable}
   * @param directory of the project, where Compose found the files
   * @param files the Compose file and those on top of it: where settings stand
   * @throws LabException if a file is not YAML
   * @throws UncheckedIOException if there is no such directory
   */
  public static Tamed of(ComposeModel asked, Path directory, List<Path> files) {
    try {
      Inside project = new Inside(directory);
      Taken taken = new Taken(project, files.stream().map(YamlSource::read).toList());
      ComposeModel model = asked.changed(root -> tame(root, project, taken));
      return new Tamed(model, taken.findings());
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be read", e);
    }
  }

  /** Whether nothing was found that forbids to start it. */
  public boolean startable() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.FATAL);
  }

  private static void tame(ObjectNode root, Inside project, Taken taken) {
    ServiceRules.names(root).stream()
        .filter(key -> !SECTIONS.contains(key) && !key.startsWith("x-"))
        .forEach(key -> taken.out(Kind.OTHER, root, key));
    new SectionRules(taken, project).apply(root);
    MountRules mounts = new MountRules(taken, project, left(root));
    ServiceRules rules = new ServiceRules(taken, project, mounts);
    ServiceLimits limits = new ServiceLimits(taken);
    double containers = 0;
    for (String name : ServiceRules.names(root.path("services"))) {
      ObjectNode service = root.withObject("/services").withObject("/" + pointer(name));
      rules.apply(name, service);
      limits.limit(name, service);
      containers += copies(service);
      if (service.path("networks").has("default")) {
        // Whoever asked for the host's network gets into this one.
        root.withObject("/networks/default");
      }
    }
    mounts.closeWritable();
    if (containers > MOST_CONTAINERS) {
      taken.note(Kind.TOO_MANY, root.numberNode(containers), "services");
      root.putObject("services");
    }
  }

  /** As a number without bounds: a whole one might wrap around. */
  private static double copies(ObjectNode service) {
    double scale = service.path("scale").asDouble(1);
    double replicas = service.path("deploy").path("replicas").asDouble(1);
    return Math.max(1, Math.max(scale, replicas));
  }

  private static Set<String> left(JsonNode root) {
    Set<String> left = new HashSet<>();
    for (String kind : List.of("configs", "secrets")) {
      ServiceRules.names(root.path(kind)).forEach(name -> left.add(kind + "." + name));
    }
    return left;
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}

package org.halab.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.Node;

/**
 * A stack to deploy: the Compose files, and what its services are.
 *
 * @param name what the features call it: {@code guide}, or the variant's name
 * @param files the Compose files, the guide's first, each later one an override
 * @param nodes the PostgreSQL nodes
 * @param scope Patroni's name of the cluster
 */
public record Stack(
    String name,
    Path directory,
    List<Path> files,
    List<Node> nodes,
    String entrypoint,
    String dcs,
    String scope) {

  private static final String GUIDE = "guide";

  /**
   * The guide's own project.
   *
   * @param directory where its five files are
   * @throws LabException if they are not there
   */
  public static Stack guide(Path directory) {
    Path compose = directory.resolve("docker-compose.yml");
    if (!Files.isRegularFile(compose)) {
      throw new LabException(
          "There is no %s. Point lab.project at a directory that holds the guide's five files (-Dlab.project=…), or leave it out."
              .formatted(compose));
    }
    return new Stack(
        GUIDE,
        directory,
        List.of(compose),
        List.of(new Node("pg-master", "postgresql0"), new Node("pg-slave", "postgresql1")),
        "haproxy",
        "zoo",
        "my_cluster");
  }

  /**
   * This stack with an override on top of its files: {@code docker/NAME/compose.yml}.
   *
   * @throws LabException if there is no such override beside the stack's files
   */
  public Stack variant(String variant) {
    Path override = directory.resolve(variant).resolve("compose.yml");
    if (!Files.isRegularFile(override)) {
      throw new LabException(
          "There is no %s. The features of the %s cluster need the lab's own directory %s/ beside the guide's five files: copy it there."
              .formatted(override, variant, variant));
    }
    List<Path> all = new ArrayList<>(files);
    all.add(override);
    String combined = name.equals(GUIDE) ? variant : name + " " + variant;
    return new Stack(combined, directory, all, nodes, entrypoint, dcs, scope);
  }

  /** The same stack from a copy of its files. */
  public Stack from(Path copy) {
    return new Stack(
        name,
        copy,
        files.stream().map(file -> copy.resolve(directory.relativize(file))).toList(),
        nodes,
        entrypoint,
        dcs,
        scope);
  }

  /** The file that holds a node's Patroni settings. */
  public Path nodeFile(Node node) {
    return directory.resolve("postgres" + nodes.indexOf(node) + ".yml");
  }

  /** All services of the guide, the nodes first. */
  public List<String> services() {
    return List.of(nodes.get(0).service(), nodes.get(1).service(), dcs, entrypoint);
  }
}

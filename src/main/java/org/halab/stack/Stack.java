package org.halab.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.LabException;
import org.halab.domain.Node;

/**
 * A stack to deploy: the Compose files, and what its services are.
 *
 * @param name what the features call it: {@code guide}, or the variant's name
 * @param files the Compose files, the guide's first, each later one an override
 * @param nodes the PostgreSQL nodes
 * @param proxy what stands at the entrypoint
 * @param dcs what keeps the leader key
 * @param scope Patroni's name of the cluster
 */
public record Stack(
    String name,
    Path directory,
    List<Path> files,
    List<Node> nodes,
    Proxy proxy,
    Dcs dcs,
    String scope) {

  private static final String GUIDE = "guide";
  private static final String ETCD = "etcd";

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
        Proxy.HAPROXY,
        Dcs.ZOOKEEPER,
        "my_cluster");
  }

  /**
   * This stack with an override on top of its files: {@code docker/NAME/compose.yml}; this one
   * itself if it has that override already. The variant {@code etcd} replaces ZooKeeper and
   * HAProxy.
   *
   * @throws LabException if there is no such override beside the stack's files
   */
  public Stack variant(String variant) {
    Path override = directory.resolve(variant).resolve("compose.yml");
    if (!Files.isRegularFile(override)) {
      throw new LabException(
          "There is no %s. The %s cluster needs the lab's own directory %s/ beside the guide's five files: copy it there, or name another stack."
              .formatted(override, variant, variant));
    }
    if (files.contains(override)) {
      return this;
    }
    List<Path> all = new ArrayList<>(files);
    all.add(override);
    return new Stack(
        name.equals(GUIDE) ? variant : name + " " + variant,
        directory,
        all,
        nodes,
        variant.equals(ETCD) ? Proxy.NGINX : proxy,
        variant.equals(ETCD) ? Dcs.ETCD : dcs,
        scope);
  }

  /**
   * The stack of this name: this one itself, or a variant of it.
   *
   * @throws LabException if there is no such variant
   */
  public Stack named(String other) {
    return other.equals(name) ? this : variant(other);
  }

  /** The same stack from a copy of its files. */
  public Stack from(Path copy) {
    return new Stack(
        name,
        copy,
        files.stream().map(file -> copy.resolve(directory.relativize(file))).toList(),
        nodes,
        proxy,
        dcs,
        scope);
  }

  /** In a few words, for a report. */
  public String described() {
    return "%s (Patroni with %s, behind %s)".formatted(name, dcs, proxy);
  }

  /** The file that holds a node's Patroni settings. */
  public Path nodeFile(Node node) {
    return directory.resolve("postgres" + nodes.indexOf(node) + ".yml");
  }

  /** The service that clients connect to. */
  public String entrypoint() {
    return proxy.service();
  }

  /** All services, the nodes first. */
  public List<String> services() {
    List<String> all = new ArrayList<>(nodes.stream().map(Node::service).toList());
    all.addAll(dcs.services());
    all.add(proxy.service());
    return all;
  }
}

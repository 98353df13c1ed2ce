package org.halab.standin;

import java.util.Optional;
import java.util.stream.Stream;

/** What the lab has stand-ins for; {@code docker/stand-ins} makes them. */
public enum Part {
  PATRONI("patroni", "(postgres|spilo|patroni).*", "PostgreSQL 15, Patroni 4.0"),
  ZOOKEEPER("zookeeper", "(cp-)?zookeeper", "ZooKeeper 3.9"),
  ETCD("etcd", "etcd", "etcd 3.5"),
  HAPROXY("haproxy", "haproxy(-\\w+)?", "HAProxy 3.0"),
  NGINX("nginx", "nginx(-\\w+)?", "nginx 1.26");

  private final String service;
  private final String images;
  private final String versions;

  Part(String service, String images, String versions) {
    this.service = service;
    this.images = images;
    this.versions = versions;
  }

  /** The part that an image is made for, by its name. */
  static Optional<Part> of(Reference image) {
    return Stream.of(values()).filter(part -> part.isOf(image)).findFirst();
  }

  /** Whether an image is one that this stands in for, so that it starts as that one does. */
  boolean isOf(Reference image) {
    return image.name().matches(images);
  }

  /** As whom the images that it stands in for run; empty for root. */
  String user() {
    return this == HAPROXY ? "haproxy" : "";
  }

  /** Of the stand-ins' Compose file, the service with its image. */
  public String service() {
    return service;
  }

  /** What is in it. */
  @Override
  public String toString() {
    return versions;
  }
}

package org.halab.engine;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BindOptions;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerMount;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The disk that one Compose project takes. The engine tells how much containers have written beside
 * their images; what volumes and mounted directories hold is counted by a container of the lab's
 * own, for the engine would count everybody's, and the project's own programs may lie.
 */
public final class DiskUse {
  private static final int LIMIT_SECONDS = 60;
  private static final String MEASURED = "/measured/";
  private static final Pattern COUNTED = Pattern.compile("(\\d+)\\s+" + MEASURED + "(\\d+)");

  private final Engine engine;
  private final String project;
  private final String image;
  private Path root;

  /**
   * @param image that has {@code du}
   */
  public DiskUse(Engine engine, String project, String image) {
    this.engine = engine;
    this.project = project;
    this.image = image;
  }

  /** Bytes free on the engine's disk; empty where it is not this machine's, as in a virtual one. */
  public OptionalLong free() {
    if (engine.elsewhere()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Files.getFileStore(root()).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Asked once: the engine counts its containers and images for an answer. */
  private Path root() {
    if (root == null) {
      root = Path.of(String.valueOf(engine.client().infoCmd().exec().getDockerRootDir()));
    }
    return root;
  }

  /** Bytes that were written, by the name of the container or by what is mounted in it. */
  public Map<String, Long> written() {
    Map<String, Long> written = new TreeMap<>();
    Map<String, Mount> mounts = new TreeMap<>();
    for (Container container :
        engine
            .client()
            .listContainersCmd()
            .withShowAll(true)
            .withShowSize(true)
            .withLabelFilter(Labels.ofProject(project))
            .exec()) {
      Long size = container.getSizeRw();
      written.merge(container.getNames()[0].substring(1), size == null ? 0 : size, Long::sum);
      container.getMounts().forEach(mount -> mounted(mount, mounts));
    }
    if (!mounts.isEmpty()) {
      written.putAll(counted(List.copyOf(mounts.values())));
    }
    return written;
  }

  private void mounted(ContainerMount mount, Map<String, Mount> mounts) {
    String source = mount.getName() == null ? mount.getSource() : mount.getName();
    if (Boolean.TRUE.equals(mount.getRw()) && source != null && !source.isEmpty()) {
      mounts.put(source, mount.getName() == null ? directory(source) : volume(source));
    }
  }

  /** The engine would make it anew if it was removed meanwhile: then it is the project's again. */
  private Mount volume(String name) {
    return new Mount()
        .withType(MountType.VOLUME)
        .withSource(name)
        .withVolumeOptions(new VolumeOptions().withNoCopy(true).withLabels(labels()));
  }

  private static Mount directory(String path) {
    return new Mount().withType(MountType.BIND).withSource(path).withBindOptions(new BindOptions());
  }

  private Map<String, String> labels() {
    return Labels.of(RunIdentity.current(), project);
  }

  private Map<String, Long> counted(List<Mount> mounts) {
    List<Mount> numbered =
        IntStream.range(0, mounts.size())
            .mapToObj(i -> mounts.get(i).withTarget(MEASURED + i).withReadOnly(true))
            .toList();
    HostConfig host = HostConfig.newHostConfig().withNetworkMode("none").withMounts(numbered);
    Map<String, Long> counted = new TreeMap<>();
    new OneOff(engine, image, labels(), host)
        .run(
            end -> end.awaitStatusCode(LIMIT_SECONDS, TimeUnit.SECONDS),
            "sh",
            "-c",
            "exec du -sk " + MEASURED + "*")
        .output()
        .lines()
        .map(COUNTED::matcher)
        .filter(Matcher::matches)
        .forEach(
            line ->
                counted.put(
                    mounts.get(Integer.parseInt(line.group(2))).getSource(),
                    Long.parseLong(line.group(1)) << 10));
    return counted;
  }

  /** Kills all containers of the project; what they have written stays. */
  public void end() {
    engine.containers(Labels.ofProject(project)).stream()
        .map(ListedContainer::id)
        .forEach(this::kill);
  }

  private void kill(String container) {
    try {
      engine.client().killContainerCmd(container).exec();
    } catch (NotFoundException | ConflictException e) {
      // It is gone, or does not run: as wanted.
    }
  }
}

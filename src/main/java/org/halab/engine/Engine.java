package org.halab.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.halab.domain.LabException;
import org.halab.domain.LogLine;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Wait;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.LocalDirectorySSLConfig;

/**
 * The Docker engine the lab uses, through Testcontainers' client.
 *
 * <p>The client is made for the one address that the docker command uses too. Testcontainers' own
 * search would fall back silently to another engine where DOCKER_HOST does not answer, and start a
 * clean-up container that needs a registry.
 */
public final class Engine {
  private static final String LOOPBACK = "127.0.0.1";

  private static final Deadline LET_GO =
      new Deadline(
          Message.of("engine.letGo"), Duration.ofSeconds(20), Message.of("engine.letGo.why"));

  private final String address;
  private final Optional<Path> certificates;
  private final DockerClient client;
  private final Abilities abilities;
  private final Optional<Relay> relay;
  private ContainerChanges changes;

  private Engine(
      String address,
      Optional<Path> certificates,
      DockerClient client,
      Abilities abilities,
      Optional<Relay> relay) {
    this.address = address;
    this.certificates = certificates;
    this.client = client;
    this.abilities = abilities;
    this.relay = relay;
  }

  /**
   * @param address as in DOCKER_HOST
   * @throws LabException if no engine answers there
   */
  public static Engine at(String address) {
    return at(address, Optional.empty(), TransportConfig.builder().dockerHost(URI.create(address)));
  }

  /**
   * One that is reached with TLS.
   *
   * @param certificates the directory with {@code ca.pem}, {@code cert.pem} and {@code key.pem}
   * @throws LabException if no engine answers there
   */
  public static Engine at(String address, Path certificates) {
    return at(
        address,
        Optional.of(certificates),
        TransportConfig.builder()
            .dockerHost(URI.create(address))
            .sslConfig(new LocalDirectorySSLConfig(certificates.toString())));
  }

  private static Engine at(
      String address,
      Optional<Path> certificates,
      TransportConfig.TransportConfigBuilder transport) {
    DockerClient client = DockerClientProviderStrategy.getClientForConfig(transport.build());
    Abilities abilities;
    try {
      abilities = Abilities.of(client.versionCmd().exec());
    } catch (RuntimeException e) {
      throw new LabException(
          Message.of("engine.none").with("address", address).with("reason", e.getMessage()), e);
    }
    return new Engine(address, certificates, client, abilities, Optional.empty());
  }

  /**
   * The same one, on another machine: the lab publishes its ports on the loopback address there,
   * and nothing to the world.
   *
   * @throws LabException if the container that leads to them does not start
   */
  Engine relayed() {
    return new Engine(address, certificates, client, abilities, Optional.of(Relay.to(this)));
  }

  /** As in DOCKER_HOST. */
  public String address() {
    return address;
  }

  /** What the docker command needs to reach the same one, and to build there as it can. */
  public Map<String, String> environment() {
    Map<String, String> environment =
        new HashMap<>(EngineAddress.environment(address, certificates));
    if (!abilities.buildKit()) {
      environment.put("DOCKER_BUILDKIT", "0");
    }
    return environment;
  }

  public Abilities abilities() {
    return abilities;
  }

  /** Whether it is on another machine: its files and its ports are not those of this one. */
  public boolean elsewhere() {
    return relay.isPresent();
  }

  /** Where a port of its machine's loopback address can be reached from here. */
  public InetSocketAddress reach(int port) {
    return relay
        .map(one -> one.to(port))
        .orElseGet(() -> InetSocketAddress.createUnresolved(LOOPBACK, port));
  }

  /** How long the way to these ports takes, there and back; empty if they are of this machine. */
  public Optional<Duration> wayThere() {
    return relay.map(Relay::wayThere);
  }

  /** The directory of its own machine where it keeps everything. */
  public Path directory() {
    return Path.of(client.infoCmd().exec().getDockerRootDir());
  }

  /** Whether it answers now. */
  public boolean answers() {
    try {
      client.pingCmd().exec();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** What it runs on. */
  public Machine machine() {
    Info info = client.infoCmd().exec();
    return new Machine(
        Optional.ofNullable(info.getNCPU()).orElse(0),
        Optional.ofNullable(info.getMemTotal()).orElse(0L),
        Optional.ofNullable(info.getOperatingSystem()).orElse(""),
        Optional.ofNullable(info.getServerVersion()).orElse(""));
  }

  DockerClient client() {
    return client;
  }

  /** How often a container was started or ended since this was first asked, if it is told. */
  OptionalLong changesOf(String containerId) {
    return listening().of(containerId);
  }

  /** The same of all containers together. */
  OptionalLong changes() {
    return listening().ofAll();
  }

  private synchronized ContainerChanges listening() {
    if (changes == null) {
      changes = ContainerChanges.of(client);
    }
    return changes;
  }

  /** The containers with all these labels, stopped ones too. */
  public List<ListedContainer> containers(Map<String, String> labels) {
    return client.listContainersCmd().withShowAll(true).withLabelFilter(labels).exec().stream()
        .map(ListedContainer::of)
        .toList();
  }

  /** The containers with these label keys, whatever their values, stopped ones too. */
  List<ListedContainer> containersWith(Collection<String> labels) {
    return client.listContainersCmd().withShowAll(true).withLabelFilter(labels).exec().stream()
        .map(ListedContainer::of)
        .toList();
  }

  /**
   * @param container its id or its name
   */
  public ContainerDetails container(String container) {
    return ContainerDetails.of(client.inspectContainerCmd(container).exec());
  }

  /**
   * @param image its name or its id
   * @return empty if the engine does not have it
   */
  public Optional<Image> image(String image) {
    try {
      return Optional.of(Image.of(client.inspectImageCmd(image).exec()));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** The ids of the networks with all these labels. */
  public List<String> networks(Map<String, String> labels) {
    return client.listNetworksCmd().withFilter("label", Labels.filter(labels)).exec().stream()
        .map(network -> network.getId())
        .toList();
  }

  /** The names of the volumes with all these labels. */
  public List<String> volumes(Map<String, String> labels) {
    return client
        .listVolumesCmd()
        .withFilter("label", Labels.filter(labels))
        .exec()
        .getVolumes()
        .stream()
        .map(volume -> volume.getName())
        .toList();
  }

  public boolean hasVolume(String name) {
    try {
      client.inspectVolumeCmd(name).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  /**
   * Removes a volume that no container uses; one that is gone already is no error. A container that
   * the lab looks into it with may use it for a moment more.
   *
   * @throws org.halab.timing.NotInTime if a container goes on using it
   */
  public void removeVolume(String name) {
    new Wait(() -> "")
        .until(
            LET_GO,
            Message.of("engine.wait.volume").with("volume", name),
            () -> {
              try {
                client.removeVolumeCmd(name).exec();
              } catch (NotFoundException e) {
                // as wanted
              }
              return true;
            });
  }

  /** Runs a command in a container; it ends with the command, or after half a minute. */
  CommandResult exec(String container, String... command) {
    String exec =
        client
            .execCreateCmd(container)
            .withCmd(command)
            .withAttachStdout(true)
            .withAttachStderr(true)
            .exec()
            .getId();
    String printed;
    try (Output output = new Output()) {
      client.execStartCmd(exec).exec(output);
      printed = output.awaitEnd("'" + String.join(" ", command) + "'");
    } catch (IOException e) {
      throw new LabException(Message.of("engine.outputBroke"), e);
    }
    Long exitCode = client.inspectExecCmd(exec).exec().getExitCodeLong();
    return new CommandResult(exitCode == null ? -1 : exitCode.intValue(), printed);
  }

  /** All that a container has printed. */
  String output(String container) {
    return logs(container, "", Instant.EPOCH).stream()
        .map(LogLine::text)
        .collect(Collectors.joining("\n"));
  }

  /** The log of a container as it is written, until the container ends for good. */
  Output follow(String container, Instant since) {
    return client
        .logContainerCmd(container)
        .withStdOut(true)
        .withStdErr(true)
        .withTimestamps(true)
        .withFollowStream(true)
        .withSince((int) since.getEpochSecond())
        .exec(new Output());
  }

  boolean has(String container) {
    try {
      client.inspectContainerCmd(container).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  /** The log of a container, in its order, from a moment on. */
  List<LogLine> logs(String container, String service, Instant since) {
    String log;
    try (Output output = new Output()) {
      client
          .logContainerCmd(container)
          .withStdOut(true)
          .withStdErr(true)
          .withTimestamps(true)
          .withSince((int) Math.max(0, since.getEpochSecond()))
          .exec(output);
      log = output.awaitEnd("the log of " + service);
    } catch (IOException e) {
      throw new LabException(Message.of("engine.logBroke").with("service", service), e);
    }
    return TimestampedLog.parse(service, log).stream()
        .filter(line -> !line.at().isBefore(since))
        .toList();
  }
}

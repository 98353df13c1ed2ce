package org.halab.engine;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the engine knew of a container at one moment.
 *
 * @param name without the slash, as {@code docker logs} takes it
 * @param image the name it was made from
 * @param restartPolicy as Compose writes it
 * @param environment each variable as {@code NAME=value}
 * @param status the engine's own word: running, paused, exited …
 * @param running also while it is paused
 * @param startedAt when it was last started
 * @param finishedAt when it last ended; long ago if it never did
 * @param exitCode what it ended with: 128 and the signal's number if by a signal; 0 while it runs
 * @param state all that the engine says of its state
 * @param addresses in its networks; empty strings where it has none now
 * @param gateways of its networks: the host, as the container sees it
 * @param exposedPorts TCP ports that it or its image names
 * @param publishedPorts its TCP ports, each with the port of the host that leads there
 * @param volumes the paths in the container, each with the name of the volume that is there
 */
public record ContainerDetails(
    String id,
    String name,
    String image,
    String imageId,
    String hostName,
    String restartPolicy,
    List<String> command,
    List<String> environment,
    Map<String, String> labels,
    String status,
    boolean running,
    boolean paused,
    Instant startedAt,
    Instant finishedAt,
    long exitCode,
    String state,
    List<String> addresses,
    List<String> gateways,
    Set<Integer> exposedPorts,
    Map<Integer, Integer> publishedPorts,
    Map<String, String> volumes) {
  private static final int SIGKILL = 9;

  static ContainerDetails of(InspectContainerResponse answer) {
    ContainerConfig config = answer.getConfig();
    ContainerState state = answer.getState();
    return new ContainerDetails(
        answer.getId(),
        answer.getName().replaceFirst("^/", ""),
        config.getImage(),
        answer.getImageId(),
        config.getHostName(),
        answer.getHostConfig().getRestartPolicy().getName(),
        list(config.getCmd()),
        list(config.getEnv()),
        config.getLabels() == null ? Map.of() : Map.copyOf(config.getLabels()),
        String.valueOf(state.getStatus()),
        Boolean.TRUE.equals(state.getRunning()),
        Boolean.TRUE.equals(state.getPaused()),
        Instant.parse(state.getStartedAt()),
        Instant.parse(state.getFinishedAt()),
        state.getExitCodeLong(),
        String.valueOf(state),
        networks(answer, ContainerNetwork::getIpAddress),
        networks(answer, ContainerNetwork::getGateway),
        ports(config.getExposedPorts()),
        published(answer),
        volumes(answer));
  }

  /** Whether it was ended by SIGKILL, which leaves a process no choice. */
  public boolean killed() {
    return !running && exitCode == 128 + SIGKILL;
  }

  /** The value of a variable of its environment. */
  public Optional<String> variable(String name) {
    return environment.stream()
        .filter(one -> one.startsWith(name + "="))
        .map(one -> one.substring(name.length() + 1))
        .findFirst();
  }

  private static List<String> networks(
      InspectContainerResponse answer, Function<ContainerNetwork, String> what) {
    Collection<ContainerNetwork> networks = answer.getNetworkSettings().getNetworks().values();
    return networks.stream().map(network -> String.valueOf(what.apply(network))).toList();
  }

  private static Set<Integer> ports(ExposedPort[] exposed) {
    return Stream.of(exposed == null ? new ExposedPort[0] : exposed)
        .map(ExposedPort::getPort)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<Integer, Integer> published(InspectContainerResponse answer) {
    Map<Integer, Integer> published = new TreeMap<>();
    answer
        .getNetworkSettings()
        .getPorts()
        .getBindings()
        .forEach(
            (port, bindings) -> {
              if (bindings != null && bindings.length > 0) {
                published.put(port.getPort(), Integer.valueOf(bindings[0].getHostPortSpec()));
              }
            });
    return published;
  }

  /** The volume that a path of the container lies on; empty if it lies on none. */
  public Optional<String> volumeOf(String path) {
    return volumes.entrySet().stream()
        .filter(volume -> (path + "/").startsWith(volume.getKey() + "/"))
        .max(Comparator.comparing(volume -> volume.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private static Map<String, String> volumes(InspectContainerResponse answer) {
    Map<String, String> volumes = new TreeMap<>();
    answer
        .getMounts()
        .forEach(
            mount -> {
              if (mount.getName() != null) {
                volumes.put(mount.getDestination().getPath(), mount.getName());
              }
            });
    return volumes;
  }

  private static List<String> list(String[] values) {
    return values == null ? List.of() : List.of(values);
  }
}

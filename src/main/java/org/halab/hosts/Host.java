package org.halab.hosts;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.engine.Command;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.engine.Labels;
import org.halab.engine.ListedContainer;
import org.halab.message.Message;

/** A host of a swarm. */
public final class Host {
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(60);

  private static final Duration LOAD_LIMIT = Duration.ofMinutes(10);
  private static final int PROBE_MILLIS = 500;

  private final int number;
  private final String address;
  private final String engineAddress;
  private final Optional<Path> certificates;
  private Engine engine;

  /**
   * @param number of three, from 1: the swarm's label of it
   * @param address where clients and the other hosts reach it
   * @param engineAddress as in DOCKER_HOST
   */
  Host(int number, String address, String engineAddress) {
    this(number, address, engineAddress, Optional.empty());
  }

  /**
   * @param certificates for an engine that is reached with TLS
   */
  Host(int number, String address, String engineAddress, Optional<Path> certificates) {
    this.number = number;
    this.address = address;
    this.engineAddress = engineAddress;
    this.certificates = certificates;
  }

  public int number() {
    return number;
  }

  /** Where clients and the other hosts reach it. */
  public String address() {
    return address;
  }

  /**
   * @throws org.halab.domain.LabException if it never answered
   */
  public synchronized Engine engine() {
    if (engine == null) {
      engine =
          certificates
              .map(directory -> Engine.at(engineAddress, directory))
              .orElseGet(() -> Engine.at(engineAddress));
    }
    return engine;
  }

  /** Whether anything takes a connection at a port of its address. */
  boolean takesConnections(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), PROBE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether its engine answers. */
  public boolean answers() {
    try {
      return engine().answers();
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Runs a docker command on it; the caller judges how it ended. */
  CommandResult docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return Command.run(command, environment(), COMMAND_LIMIT, line -> {});
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DOCKER_HOST", engineAddress);
    environment.put("DOCKER_TLS_VERIFY", certificates.isPresent() ? "1" : "");
    certificates.ifPresent(one -> environment.put("DOCKER_CERT_PATH", one.toString()));
    return environment;
  }

  /**
   * Gives it an image that another engine has.
   *
   * @throws LabException if that cannot be; the message says why
   */
  void load(String image, Engine from) {
    CommandResult loaded = saved(image, from.environment());
    if (!loaded.succeeded()) {
      throw new LabException(
          Message.of("hosts.notLoaded")
              .with("image", image)
              .with("host", this)
              .with("output", loaded.lastLines(5)));
    }
  }

  private CommandResult saved(String image, Map<String, String> from) {
    return Command.run(
        List.of(
            "bash",
            "-o",
            "pipefail",
            "-c",
            "DOCKER_HOST=\"$1\" DOCKER_TLS_VERIFY=\"$2\" DOCKER_CERT_PATH=\"$3\" docker save \"$4\""
                + " | docker load",
            "bash",
            from.get("DOCKER_HOST"),
            from.get("DOCKER_TLS_VERIFY"),
            from.get("DOCKER_CERT_PATH"),
            image),
        environment(),
        LOAD_LIMIT,
        line -> {});
  }

  /**
   * What its engine says of each service of a stack now: {@code running}, {@code frozen} or {@code
   * exited}; of several containers of one service the best.
   *
   * @throws RuntimeException if it does not answer
   */
  public Map<String, String> services(String stack) {
    Map<String, String> states = new LinkedHashMap<>();
    for (ListedContainer one : engine().containers(Labels.ofStack(stack))) {
      states.merge(Labels.serviceIn(stack, one.labels()), state(one), Host::better);
    }
    return states;
  }

  /** How many containers of each service of a stack run there now. */
  Map<String, Integer> running(String stack) {
    Map<String, Integer> running = new LinkedHashMap<>();
    for (ListedContainer one : engine().containers(Labels.ofStack(stack))) {
      running.merge(
          Labels.serviceIn(stack, one.labels()), state(one).equals("exited") ? 0 : 1, Integer::sum);
    }
    return running;
  }

  static String state(ListedContainer container) {
    if (!container.status().startsWith("Up")) {
      return "exited";
    }
    return container.status().contains("Paused") ? "frozen" : "running";
  }

  private static String better(String one, String other) {
    return one.equals("exited") ? other : one;
  }

  @Override
  public String toString() {
    return "h" + number;
  }
}

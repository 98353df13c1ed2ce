package org.halab.hosts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halab.domain.LabException;
import org.halab.engine.Command;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.message.Message;

/** What {@code docker/swarm/hosts.sh} does, for the hosts of one name. */
final class HostsScript {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Path script;
  private final Path disks;
  private final String engine;
  private final String name;

  /**
   * @param dockerDirectory the lab's own docker files
   * @param engine of this machine, whose disk and images the hosts share
   */
  HostsScript(Path dockerDirectory, Engine engine, String name) {
    this.script = dockerDirectory.resolve("swarm").resolve("hosts.sh");
    this.disks = disks(engine);
    this.engine = engine.address();
    this.name = name;
  }

  /** Where the hosts of all names have their disks: beside the engine's images, to share them. */
  static Path disks(Engine engine) {
    return engine.directory().resolve("halab-hosts");
  }

  /** Where the hosts of this name have their disks. */
  Path disk() {
    return disks.resolve(name);
  }

  /** As in DOCKER_HOST. */
  String engineOf(int number) {
    return "unix://" + disk().resolve("h" + number).resolve("docker.sock");
  }

  void network(String subnet) {
    require("network", subnet);
  }

  /** Whether a host that was not started yet has these images now. */
  boolean images(int number, List<String> images) {
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(number)));
    arguments.addAll(images);
    return run("images", arguments.toArray(String[]::new)).succeeded();
  }

  void start(String subnet, int number) {
    require("start", subnet, String.valueOf(number));
  }

  void powerOff(int number) {
    require("power-off", String.valueOf(number));
  }

  void cut(int number) {
    require("cut", String.valueOf(number));
  }

  void mend(int number) {
    require("mend", String.valueOf(number));
  }

  void part(int one, int other) {
    require("part", String.valueOf(one), String.valueOf(other));
  }

  void join(int one, int other) {
    require("join", String.valueOf(one), String.valueOf(other));
  }

  boolean reaches(int number, String address, int port) {
    return run("reaches", String.valueOf(number), address, String.valueOf(port)).succeeded();
  }

  void clear() {
    require("clear");
  }

  /** All that this machine has of the hosts of this name, a line each; none if nothing. */
  List<String> list() {
    return require("list").output().lines().toList();
  }

  private CommandResult require(String action, String... arguments) {
    CommandResult result = run(action, arguments);
    if (!result.succeeded()) {
      throw new LabException(
          Message.of("hosts.scriptFailed")
              .with("action", action)
              .with("output", result.lastLines(10)));
    }
    return result;
  }

  private CommandResult run(String action, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", script.toString(), action, name));
    command.addAll(List.of(arguments));
    return Command.run(
        command, Map.of("LAB_HOSTS", disks.toString(), "DOCKER_HOST", engine), LIMIT, line -> {});
  }
}

package org.halab.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.options.Options;

/**
 * Makes sure that an engine can be used: on Linux through {@code docker/setup.sh}, which also
 * installs and starts one where it may; elsewhere the user's Docker Desktop has to be running.
 */
public final class EngineSetup {
  /**
   * The script itself bounds its long waits: 10 min for another set-up, then 2 min for another apt,
   * 3 min for a registry, 1 min for the engine. A limit below their sum would kill a set-up that is
   * merely waiting; the rest is for downloads over a slow line.
   */
  static final Duration SETUP_LIMIT = Duration.ofMinutes(30);

  private static final Duration QUESTION_LIMIT = Duration.ofSeconds(30);
  private static final String READY_AT = "[setup] ready at ";

  private final Path dockerDirectory;
  private final Consumer<String> progress;

  /**
   * @param dockerDirectory where {@code setup.sh} is
   * @param progress told what a long step is about to do
   */
  public EngineSetup(Path dockerDirectory, Consumer<String> progress) {
    this.dockerDirectory = dockerDirectory;
    this.progress = progress;
  }

  /**
   * @return an engine that answers
   * @throws LabException if there is none; the message says what to do
   */
  public Engine ensure() {
    // What cannot be used is said before anything is set up.
    Optional<EngineAddress> given = given().map(EngineSetup::reachable);
    String found = isLinux() ? setUp(given) : "";
    Engine engine =
        given.orElseGet(() -> reachable(found.isEmpty() ? currentAddress() : found)).engine();
    if (!isLinux()) {
      requireCompose();
    }
    return engine;
  }

  private static EngineAddress reachable(String address) {
    return EngineAddress.of(address, System.getenv()).reachable();
  }

  private static Optional<String> given() {
    return Optional.ofNullable(System.getenv("DOCKER_HOST")).filter(host -> !host.isBlank());
  }

  private String setUp(Optional<EngineAddress> given) {
    CommandResult result =
        Command.run(
            List.of("bash", dockerDirectory.resolve("setup.sh").toString()),
            setupEnvironment(given),
            SETUP_LIMIT,
            this::tell);
    if (!result.succeeded()) {
      throw new LabException(Message.of("engine.setupFailed").with("output", result.lastLines(12)));
    }
    return result
        .output()
        .lines()
        .filter(line -> line.startsWith(READY_AT))
        .map(line -> line.substring(READY_AT.length()))
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> setupEnvironment(Optional<EngineAddress> given) {
    Map<String, String> environment = new HashMap<>();
    given.map(EngineAddress::environment).ifPresent(environment::putAll);
    environment.put("LAB_SETUP", Options.ofThisRun().setup());
    return environment;
  }

  private void tell(String line) {
    if (!line.startsWith("[setup] ready")) {
      progress.accept(line);
    }
  }

  /** The address the docker command itself would use without DOCKER_HOST: the context's. */
  private static String currentAddress() {
    CommandResult context =
        Command.run(
            List.of("docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}"),
            Map.of(),
            QUESTION_LIMIT,
            line -> {});
    return context.succeeded() ? context.output().strip() : "unix:///var/run/docker.sock";
  }

  /** On Linux the set-up script looks. */
  private static void requireCompose() {
    CommandResult version =
        Command.run(
            List.of("docker", "compose", "version", "--short"),
            Map.of(),
            QUESTION_LIMIT,
            line -> {});
    if (!version.succeeded() || !ComposeVersion.sufficient(version.output())) {
      throw new LabException(
          Message.of("engine.oldCompose")
              .with("needed", ComposeVersion.NEEDED)
              .with("found", version.lastLines(1)));
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }
}

package org.halab.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halab.domain.LabException;
import org.halab.engine.Command;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.message.Message;

/** The {@code docker compose} command, on the lab's engine and within a limit. */
public final class Compose {
  private static final Duration CONFIG_LIMIT = Duration.ofSeconds(60);

  private final Engine engine;
  private final Path dockerDirectory;
  private final Optional<Path> stranger;

  /**
   * @param dockerDirectory the lab's own docker files, which the harness's override builds on
   */
  public Compose(Engine engine, Path dockerDirectory) {
    this(engine, dockerDirectory, Optional.empty());
  }

  private Compose(Engine engine, Path dockerDirectory, Optional<Path> stranger) {
    this.engine = engine;
    this.dockerDirectory = dockerDirectory;
    this.stranger = stranger;
  }

  /**
   * The same for a stranger's project: its variables find nothing of this machine's environment but
   * what Compose itself needs.
   *
   * @param project its directory, where Compose runs: it looks for a {@code .env} there too
   */
  public Compose forStranger(Path project) {
    return new Compose(engine, dockerDirectory, Optional.of(project));
  }

  /**
   * The project that these files describe, resolved by Compose itself.
   *
   * @throws LabException if Compose refuses the files
   */
  public ComposeModel resolve(List<Path> files) {
    CommandResult result = run(files, CONFIG_LIMIT, "config", "--format", "json");
    if (!result.succeeded()) {
      throw new LabException(
          Message.of("stack.composeRefuses")
              .with(
                  "files",
                  ComposeComplaint.place(files, result.output())
                      .orElseGet(
                          () ->
                              files.stream().map(Path::toString).collect(Collectors.joining(", "))))
              .with("output", result.lastLines(10)));
    }
    String output = result.output();
    return ComposeModel.parse(output.substring(output.indexOf('{')));
  }

  /** Runs a Compose command on a project; the caller judges how it ended. */
  public CommandResult run(List<Path> files, Duration limit, String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "--ansi", "never"));
    command.addAll(List.of("--progress", "plain"));
    files.stream()
        .map(file -> stranger.isPresent() ? file.toAbsolutePath() : file)
        .forEach(file -> command.addAll(List.of("-f", file.toString())));
    command.addAll(List.of(arguments));
    Map<String, String> environment =
        Map.of("DOCKER_HOST", engine.address(), "LAB_DOCKER", dockerDirectory.toString());
    return stranger
        .map(
            project ->
                Command.runWithOnly(
                    CleanEnvironment.of(project, environment), project, command, limit, line -> {}))
        .orElseGet(() -> Command.run(command, environment, limit, line -> {}));
  }
}

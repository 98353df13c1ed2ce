package org.halab.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** Compose would take that of the directory, which may hold no letter that it takes. */
  private static final String STRANGERS_NAME = "project";

  private final Engine engine;
  private final Path dockerDirectory;
  private final Optional<Copies> stranger;

  /**
   * @param dockerDirectory the lab's own docker files, which the harness's override builds on
   */
  public Compose(Engine engine, Path dockerDirectory) {
    this(engine, dockerDirectory, Optional.empty());
  }

  private Compose(Engine engine, Path dockerDirectory, Optional<Copies> stranger) {
    this.engine = engine;
    this.dockerDirectory = dockerDirectory;
    this.stranger = stranger;
  }

  /**
   * The same for a stranger's project: its variables find nothing of this machine's environment but
   * what Compose itself needs.
   *
   * @param copies of it: Compose sees no other files
   */
  public Compose forStranger(Copies copies) {
    return new Compose(engine, dockerDirectory, Optional.of(copies));
  }

  /**
   * The project that these files describe, resolved by Compose itself.
   *
   * @throws LabException if Compose refuses the files
   */
  public ComposeModel resolve(List<Path> files) {
    CommandResult result =
        stranger.isPresent()
            ? run(files, CONFIG_LIMIT, "-p", STRANGERS_NAME, "config", "--format", "json")
            : run(files, CONFIG_LIMIT, "config", "--format", "json");
    if (!result.succeeded()) {
      throw new LabException(
          Message.of("stack.composeRefuses")
              .with(
                  "files",
                  told(
                      ComposeComplaint.place(files, result.output())
                          .orElseGet(
                              () ->
                                  files.stream()
                                      .map(Path::toString)
                                      .collect(Collectors.joining(", ")))))
              .with("output", told(result.lastLines(10))));
    }
    String output = result.output();
    return ComposeModel.parse(output.substring(output.indexOf('{')));
  }

  private String told(String text) {
    return stranger.map(copies -> copies.told(text)).orElse(text);
  }

  /**
   * Runs a Compose command on a project; the caller judges how it ended. A stranger's is run where
   * its first file is: Compose reads the {@code .env} there, and in no other place.
   */
  public CommandResult run(List<Path> files, Duration limit, String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "--ansi", "never"));
    command.addAll(List.of("--progress", "plain"));
    files.stream()
        .map(file -> stranger.isPresent() ? file.toAbsolutePath() : file)
        .forEach(file -> command.addAll(List.of("-f", file.toString())));
    command.addAll(List.of(arguments));
    Map<String, String> environment = new HashMap<>(engine.environment());
    environment.put("LAB_DOCKER", dockerDirectory.toString());
    return stranger
        .map(copies -> files.get(0).toAbsolutePath().getParent())
        .map(
            directory ->
                Command.runWithOnly(
                    CleanEnvironment.of(directory, environment),
                    directory,
                    command,
                    limit,
                    line -> {}))
        .orElseGet(() -> Command.run(command, environment, limit, line -> {}));
  }
}

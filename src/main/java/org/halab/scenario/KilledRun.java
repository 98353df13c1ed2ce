package org.halab.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.halab.engine.OwnJvm;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.options.Outputs;
import org.halab.timing.Wait;

/** A run in a process of its own, which is killed as {@code kill -9} does it. */
public final class KilledRun implements AutoCloseable {
  /** What it prints when its cluster is up, before the name of that. */
  public static final String UP = "up: ";

  private final Process process;
  private final Path output;

  /**
   * @param main brings a cluster up, says so and waits to be ended
   */
  public KilledRun(Class<?> main) {
    Path directory = Outputs.CLUSTERS.resolve("killed-run");
    this.output = directory.resolve("output");
    this.process = OwnJvm.start(main, Map.of(), directory.resolve("arguments"), output);
  }

  /** Kills it once its cluster is up; the name of that. */
  public String kill() {
    String name =
        new Wait(() -> output)
            .until(
                Swarm.WHOLE,
                Message.of("scenario.wait.up"),
                () -> name().or(this::ended),
                Optional::isPresent)
            .value()
            .orElseThrow();
    process.destroyForcibly().onExit().join();
    return name;
  }

  private Optional<String> name() throws IOException {
    return Files.readAllLines(output).stream()
        .filter(line -> line.startsWith(UP))
        .map(line -> line.substring(UP.length()))
        .findFirst();
  }

  private Optional<String> ended() {
    if (!process.isAlive()) {
      throw new IllegalStateException("It ended by itself; see " + output);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

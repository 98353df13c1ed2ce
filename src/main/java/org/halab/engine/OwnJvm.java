package org.halab.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another process of this program: the same Java, the same classes. */
public final class OwnJvm {
  /** As pom.xml starts its tests: a run waits far more than it computes. */
  private static final List<String> FLAGS =
      List.of(
          "-Dfile.encoding=UTF-8",
          "-Djava.awt.headless=true",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx512m");

  /** The lab clears up after itself; Testcontainers' own helper might have to be pulled. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("TESTCONTAINERS_RYUK_DISABLED", "true");

  private static final Duration TO_CLEAR_UP = Duration.ofSeconds(60);

  private OwnJvm() {}

  /** Directories and jars, in their order. Maven has them in a class loader of its own. */
  public static List<Path> classPath() {
    return OwnJvm.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs()).map(OwnJvm::path).toList()
        : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(one -> !one.isEmpty())
            .map(Path::of)
            .toList();
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts a class with a {@code main}. It has no input, and writes to a file.
   *
   * @param arguments a file of its own for what it is given: a command line may be too short
   */
  public static Process start(
      Class<?> main, Map<String, String> properties, Path arguments, Path output) {
    List<String> given = new ArrayList<>(FLAGS);
    logging().ifPresent(file -> given.add("-Djava.util.logging.config.file=" + file));
    properties.forEach((name, value) -> given.add("-D" + name + "=" + value));
    given.add("-cp");
    given.add(
        classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    given.add(main.getName());
    try {
      Files.createDirectories(arguments.getParent());
      Files.write(arguments, given.stream().map(OwnJvm::quoted).toList());
      ProcessBuilder builder = new ProcessBuilder(java(), "@" + arguments);
      builder.environment().putAll(ENVIRONMENT);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for a process, and ends it if it takes too long, or if this one ends.
   *
   * @return whether it ended by itself
   * @throws InterruptedException if this thread is to stop; the process has been ended then
   */
  public static boolean await(Process process, Duration limit) throws InterruptedException {
    Thread ending = new Thread(() -> end(process), "ends a process of this one");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        end(process);
      }
      return ended;
    } catch (InterruptedException e) {
      end(process);
      throw e;
    } finally {
      forget(ending);
    }
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook with it.
    }
  }

  /** In order if it can, with its clusters; what it leaves otherwise is removed by its label. */
  private static void end(Process process) {
    process.destroy();
    try {
      if (process.waitFor(TO_CLEAR_UP.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** This process ends with the one that started it, so that one that was killed leaves nobody. */
  public static void endWithWhoStartedIt() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** As the launcher's argument files have it. */
  private static String quoted(String argument) {
    return "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static Optional<Path> logging() {
    return Optional.ofNullable(OwnJvm.class.getResource("/logging.properties"))
        .filter(url -> url.getProtocol().equals("file"))
        .map(OwnJvm::path);
  }
}

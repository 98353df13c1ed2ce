package org.halab.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.timing.DaemonThreads;

/** A command of the host, run to its end or to its limit. */
public final class Command {
  /**
   * In characters: a build's output has some hundred thousand, what Compose makes of a project some
   * ten thousand. Of more than that the end is kept, where a command says what went wrong.
   */
  private static final int LONGEST_OUTPUT = 8 << 20;

  private Command() {}

  /**
   * @param limit after which the command is killed
   * @param onLine told each line of the output as it comes
   * @throws LabException if the command cannot be started or does not end in time
   */
  public static CommandResult run(
      List<String> command,
      Map<String, String> environment,
      Duration limit,
      Consumer<String> onLine) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return run(builder, limit, onLine);
  }

  /**
   * The same in a directory and with just these variables: nothing else of this machine's
   * environment is passed on.
   */
  public static CommandResult runWithOnly(
      Map<String, String> environment,
      Path directory,
      List<String> command,
      Duration limit,
      Consumer<String> onLine) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return run(builder, limit, onLine);
  }

  private static CommandResult run(
      ProcessBuilder builder, Duration limit, Consumer<String> onLine) {
    builder.redirectErrorStream(true);
    List<String> command = builder.command();
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new LabException(
          Message.of("engine.noCommand")
              .with("command", command.get(0))
              .with("reason", e.getMessage()),
          e);
    }
    BoundedText output = new BoundedText(LONGEST_OUTPUT);
    Thread reader =
        DaemonThreads.named("output of " + command.get(0))
            .newThread(() -> read(process, output, onLine));
    reader.start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        kill(process);
        throw new LabException(
            Message.of("engine.commandLate")
                .with("command", String.join(" ", command))
                .with("limit", limit.toSeconds())
                .with("output", new CommandResult(-1, output.toString()).lastLines(15)));
      }
      // A daemon started by the command may hold the pipe open: the output is complete enough.
      reader.join(2000);
      return new CommandResult(process.exitValue(), output.toString());
    } catch (InterruptedException e) {
      kill(process);
      Thread.currentThread().interrupt();
      throw new LabException(
          Message.of("engine.interrupted").with("command", String.join(" ", command)), e);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void read(Process process, BoundedText output, Consumer<String> onLine) {
    LinesTold lines = new LinesTold(onLine);
    char[] some = new char[8192];
    try (Reader printed = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int count = printed.read(some); count >= 0; count = printed.read(some)) {
        output.append(some, count);
        lines.append(some, count);
      }
      lines.finish();
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

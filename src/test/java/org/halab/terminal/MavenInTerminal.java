package org.halab.terminal;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Wait;

/** Maven, started in a pseudo-terminal of its own as a person would start it in a shell. */
final class MavenInTerminal implements AutoCloseable {
  static final int ROWS = 30;
  static final int COLUMNS = 100;

  private static final Deadline ANSWER =
      new Deadline(
          Message.text("answer deadline"),
          Duration.ofMinutes(4),
          Message.text("a build, a start, and a slow machine"));

  private final PtyProcess process;
  private final StringBuffer output = new StringBuffer();
  private final Wait wait = new Wait(() -> "On the terminal:\n" + tail());
  private int read;

  private MavenInTerminal(PtyProcess process) {
    this.process = process;
    Thread reader = new Thread(this::read, "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  static MavenInTerminal start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("lab.maven.home"), "bin", "mvn").toString());
    command.addAll(List.of(arguments));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("TERM", "xterm-256color");
    environment.remove("MAVEN_CMD_LINE_ARGS");
    return new MavenInTerminal(
        new PtyProcessBuilder(command.toArray(String[]::new))
            .setEnvironment(environment)
            .setDirectory(Path.of("").toAbsolutePath().toString())
            .setInitialColumns(COLUMNS)
            .setInitialRows(ROWS)
            .start());
  }

  /** Waits for a text that is printed after all that was waited for before. */
  void awaitText(String text) {
    wait.until(
        ANSWER,
        Message.text("'" + text + "' on the terminal"),
        () -> {
          int at = output.indexOf(text, read);
          if (at >= 0) {
            read = at + text.length();
          }
          return at >= 0;
        });
  }

  /** The same for whichever of several comes first; returns it. */
  String awaitAnyOf(String... texts) {
    return wait.until(
            ANSWER,
            Message.text(String.join(" or ", texts) + " on the terminal"),
            () -> {
              String first =
                  Stream.of(texts)
                      .filter(text -> output.indexOf(text, read) >= 0)
                      .min(Comparator.comparing(text -> output.indexOf(text, read)))
                      .orElseThrow();
              read = output.indexOf(first, read) + first.length();
              return first;
            },
            text -> true)
        .value();
  }

  void type(String keys) throws IOException {
    OutputStream keyboard = process.getOutputStream();
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  int awaitExit() {
    wait.until(ANSWER, Message.text("Maven to end"), () -> !process.isAlive());
    return process.exitValue();
  }

  String output() {
    return output.toString();
  }

  private String tail() {
    return output.substring(Math.max(0, output.length() - 3000));
  }

  private void read() {
    byte[] bytes = new byte[8192];
    try (InputStream screen = process.getInputStream()) {
      for (int count = screen.read(bytes); count >= 0; count = screen.read(bytes)) {
        output.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // the terminal is gone with its process
    }
  }

  /** What still runs is told to end in order, as by a terminal that is closed. */
  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroy();
      awaitExit();
    }
  }
}

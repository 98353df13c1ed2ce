package org.halab.live;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.halab.options.Options;

/**
 * The terminal of the person who started the run. The tests' own process has none for its input and
 * output, which belong to Maven; the system knows it as {@code /dev/tty} all the same.
 */
final class Terminal {
  private static final Path DEVICE = Path.of("/dev/tty");
  private static final int FEWEST_ROWS = 10;

  private final OutputStream device;

  private Terminal(OutputStream device) {
    this.device = device;
  }

  /**
   * The terminal, if there is one and somebody watches it: not with {@code mvn -B}, not with {@code
   * -Dlab.live=off}, and not when Maven's output goes to a file or a pipe.
   */
  static Optional<Terminal> wanted() {
    Options options = Options.ofThisRun();
    String kind = System.getenv("TERM");
    boolean wanted =
        options.interactive()
            && options.live()
            && kind != null
            && !kind.equals("dumb")
            && !Redirection.ofMaven()
            && TerminalSize.now().filter(size -> size.rows() >= FEWEST_ROWS).isPresent();
    return wanted ? open() : Optional.empty();
  }

  private static Optional<Terminal> open() {
    try {
      return Files.isWritable(DEVICE)
          ? Optional.of(new Terminal(new FileOutputStream(DEVICE.toFile())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Optional<TerminalSize> size() {
    return TerminalSize.now();
  }

  /** In one piece, so that no line of another process comes in between. */
  void write(String text) {
    try {
      device.write(text.getBytes(StandardCharsets.UTF_8));
      device.flush();
    } catch (IOException e) {
      // The window was closed: nobody watches any more.
    }
  }

  void close() {
    try {
      device.close();
    } catch (IOException e) {
      // as good as closed
    }
  }
}

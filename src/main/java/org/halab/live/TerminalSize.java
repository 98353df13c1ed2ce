package org.halab.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows and columns of the terminal that this process was started from. */
public record TerminalSize(int rows, int columns) {
  private static final Pattern SIZE = Pattern.compile("(\\d+) (\\d+)");
  private static final int LIMIT_SECONDS = 2;

  /** As the system tells it now; empty where there is no terminal, or none of the Unix kind. */
  public static Optional<TerminalSize> now() {
    try {
      Process process = new ProcessBuilder("sh", "-c", "stty size < /dev/tty 2>/dev/null").start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      try (InputStream output = process.getInputStream()) {
        return read(new String(output.readAllBytes(), StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** A terminal that does not know its size says that it has none. */
  static Optional<TerminalSize> read(String output) {
    Matcher matcher = SIZE.matcher(output);
    return matcher.find()
        ? Optional.of(
                new TerminalSize(
                    Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
            .filter(size -> size.rows > 0 && size.columns > 0)
        : Optional.empty();
  }
}

package org.halab.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.LabException;

/** A port of the loopback address, and the program that listens there. */
public final class PortHolder {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int CONNECT_MILLIS = 500;
  private static final Pattern LSOF = Pattern.compile("(?s)p(\\d+)\\R(?:.*\\R)?c([^\\r\\n]+)");
  private static final Pattern SS = Pattern.compile("\\(\\(\"([^\"]+)\",pid=(\\d+)");

  private PortHolder() {}

  /**
   * Whether nothing listens there. Both is tried: some systems let a program listen on the loopback
   * address beside another that listens on all of them.
   */
  public static boolean free(int port) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback, port), CONNECT_MILLIS);
      return false;
    } catch (IOException e) {
      // nobody takes a connection
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The program that listens, as far as the system's tools tell it to this user. */
  public static String describe(int port) {
    return output("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")
        .flatMap(PortHolder::readLsof)
        .or(() -> output("ss", "-Hltnp", "sport = :" + port).flatMap(PortHolder::readSs))
        .orElse("a program that does not run in Docker");
  }

  static Optional<String> readLsof(String fields) {
    Matcher matcher = LSOF.matcher(fields);
    return matcher.find()
        ? Optional.of(program(matcher.group(2), matcher.group(1)))
        : Optional.empty();
  }

  static Optional<String> readSs(String line) {
    Matcher matcher = SS.matcher(line);
    return matcher.find()
        ? Optional.of(program(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  private static String program(String name, String pid) {
    return "the program " + name + " (process " + pid + ")";
  }

  private static Optional<String> output(String... command) {
    try {
      return Optional.of(Command.run(List.of(command), Map.of(), LIMIT, line -> {}).output());
    } catch (LabException e) {
      return Optional.empty();
    }
  }
}

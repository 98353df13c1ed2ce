package org.halab.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.NotInTime;
import org.halab.timing.Wait;

/**
 * A socket of this machine that leads to the engine of another, by the ssh command. What it runs
 * there reads what this process never writes: so it ends with this process, however that ends.
 */
public final class SshTunnel implements AutoCloseable {
  private static final String ENGINE = "/var/run/docker.sock";
  private static final String SOCKET = "docker.sock";
  private static final String LOG = "log";
  private static final String PREFIX = "halab-tunnel-";

  /** Whose it is. */
  private static final String RUN = "run";

  private static final Deadline OPEN =
      new Deadline(
          Message.of("engine.tunnel"), Duration.ofSeconds(30), Message.of("engine.tunnel.why"));

  private final Path directory;
  private final Process process;

  /**
   * @param to the engine as in DOCKER_HOST: {@code ssh://USER@HOST:PORT}, and the socket there if
   *     it is not Docker's own
   * @throws LabException if ssh does not get there, which must need no password
   */
  public SshTunnel(URI to) {
    try {
      // The path of a socket must be a short one.
      directory = Files.createTempDirectory(PREFIX);
      forgottenAtTheEnd();
      Files.writeString(directory.resolve(RUN), RunIdentity.current().toString());
      process = start(to);
    } catch (IOException e) {
      throw new LabException(
          Message.of("engine.noTunnel").with("address", to).with("output", e.getMessage()), e);
    }
    try {
      new Wait(this::said)
          .until(
              OPEN,
              Message.of("engine.wait.tunnel").with("address", to),
              () -> Files.exists(socket()) || !process.isAlive());
    } catch (NotInTime e) {
      close();
      throw e;
    }
    if (!process.isAlive()) {
      String said = said();
      close();
      throw new LabException(
          Message.of("engine.noTunnel").with("address", to).with("output", said));
    }
  }

  /** The last is the first to go. What uses the tunnel while the process ends was there before. */
  private void forgottenAtTheEnd() {
    directory.toFile().deleteOnExit();
    List.of(SOCKET, LOG, RUN).forEach(file -> directory.resolve(file).toFile().deleteOnExit());
  }

  private Process start(URI to) throws IOException {
    return new ProcessBuilder(
            "ssh",
            "-T",
            "-o",
            "BatchMode=yes",
            "-o",
            "ExitOnForwardFailure=yes",
            "-o",
            "ServerAliveInterval=5",
            "-L",
            socket() + ":" + engineAt(to),
            host(to),
            "cat")
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  static String engineAt(URI to) {
    return to.getPath() == null || to.getPath().length() < 2 ? ENGINE : to.getPath();
  }

  /** As ssh takes it, which knows no socket. */
  static String host(URI to) {
    return "ssh://" + to.getRawAuthority();
  }

  /** The files of tunnels whose runs were killed. */
  public static void clearLeft() {
    Path all = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> tunnels = Files.newDirectoryStream(all, PREFIX + "*")) {
      for (Path one : tunnels) {
        if (ended(one)) {
          remove(one);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ended(Path tunnel) {
    try {
      return RunIdentity.parse(Files.readString(tunnel.resolve(RUN)))
          .filter(RunIdentity::ended)
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private static void remove(Path directory) throws IOException {
    for (String file : List.of(SOCKET, LOG, RUN)) {
      Files.deleteIfExists(directory.resolve(file));
    }
    Files.deleteIfExists(directory);
  }

  private Path socket() {
    return directory.resolve(SOCKET);
  }

  private Path log() {
    return directory.resolve(LOG);
  }

  private String said() {
    try {
      return Files.readString(log()).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** As in DOCKER_HOST. */
  public String engine() {
    return "unix://" + socket();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    try {
      remove(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be removed", e);
    }
  }
}

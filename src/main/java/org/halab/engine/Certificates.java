package org.halab.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;

/** Where this machine has the certificates for engines with TLS, as the docker command has them. */
public final class Certificates {
  /** The docker command's own variable. */
  static final String DIRECTORY = "DOCKER_CERT_PATH";

  private Certificates() {}

  /**
   * @param environment of the run
   * @throws LabException if they are not there
   */
  public static Path in(Map<String, String> environment) {
    String given = environment.getOrDefault(DIRECTORY, "");
    Path directory =
        given.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".docker")
            : Path.of(given).toAbsolutePath();
    if (!Stream.of("ca.pem", "cert.pem", "key.pem")
        .allMatch(file -> Files.isReadable(directory.resolve(file)))) {
      throw new LabException(Message.of("engine.noCertificates").with("directory", directory));
    }
    return directory;
  }
}

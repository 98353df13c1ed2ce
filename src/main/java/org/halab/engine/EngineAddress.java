package org.halab.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halab.domain.LabException;
import org.halab.message.Message;

/**
 * Where an engine is.
 *
 * @param uri as in DOCKER_HOST
 * @param certificates for one that is reached with TLS
 * @param elsewhere whether it is on another machine, as far as the address tells
 */
record EngineAddress(URI uri, Optional<Path> certificates, boolean elsewhere) {
  private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final String TLS = "DOCKER_TLS_VERIFY";

  /**
   * @param address as in DOCKER_HOST
   * @param environment in which the docker command would be run
   * @throws LabException if it is on another machine and cannot be reached safely there: whoever
   *     reads or changes what is said to an engine is root on its machine
   */
  static EngineAddress of(String address, Map<String, String> environment) {
    URI uri = understood(address);
    boolean ssh = "ssh".equals(uri.getScheme());
    boolean elsewhere = ssh || uri.getHost() != null && !LOCAL_HOSTS.contains(uri.getHost());
    boolean tls = uri.getHost() != null && !ssh && !environment.getOrDefault(TLS, "").isEmpty();
    if (elsewhere && !ssh && !tls) {
      throw new LabException(Message.of("engine.unsafe").with("address", address));
    }
    Optional<Path> certificates =
        tls ? Optional.of(Certificates.in(environment)) : Optional.empty();
    return new EngineAddress(uri, certificates, elsewhere);
  }

  private static URI understood(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      throw new LabException(
          Message.of("engine.none").with("address", address).with("reason", e.getMessage()), e);
    }
  }

  /** Itself, or where a tunnel to it begins, which ends with this process. */
  EngineAddress reachable() {
    if (!"ssh".equals(uri.getScheme())) {
      return this;
    }
    SshTunnel.clearLeft();
    return new EngineAddress(URI.create(new SshTunnel(uri).engine()), Optional.empty(), true);
  }

  /**
   * @throws LabException if no engine answers there, or it takes no relay to its ports
   */
  Engine engine() {
    Engine engine =
        certificates
            .map(directory -> Engine.at(uri.toString(), directory))
            .orElseGet(() -> Engine.at(uri.toString()));
    return elsewhere ? engine.relayed() : engine;
  }

  /** That in which the docker command reaches the same engine, whatever this process was given. */
  static Map<String, String> environment(String address, Optional<Path> certificates) {
    return Map.of(
        "DOCKER_HOST",
        address,
        TLS,
        certificates.isPresent() ? "1" : "",
        Certificates.DIRECTORY,
        certificates.map(Path::toString).orElse(""));
  }

  Map<String, String> environment() {
    return environment(uri.toString(), certificates);
  }
}

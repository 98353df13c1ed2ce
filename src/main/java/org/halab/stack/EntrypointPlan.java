package org.halab.stack;

import java.util.Map;
import java.util.OptionalInt;

/**
 * An entrypoint, as the project's files describe it.
 *
 * @param file its configuration
 * @param name under which its statistics know the way in
 * @param port that clients connect to, in the container
 * @param statisticsPort of the page on which it tells of itself; empty if it has none
 * @param statisticsPath of that page
 * @param nodesByServer the service of the node behind each of its servers
 */
public record EntrypointPlan(
    String service,
    Proxy proxy,
    ContainerFile file,
    String name,
    int port,
    OptionalInt statisticsPort,
    String statisticsPath,
    Map<String, String> nodesByServer) {

  /** Whether it is the same way in by the same file, in whichever service. */
  boolean sameAs(EntrypointPlan other) {
    return name.equals(other.name) && port == other.port && file.file().equals(other.file.file());
  }

  /** How it checks the nodes, from the text of its configuration. */
  public CheckSettings checks(String text) {
    return switch (proxy) {
      case HAPROXY -> new HaproxyConfig(text).of(name);
      case NGINX -> new NginxConfig(text);
    };
  }

  @Override
  public String toString() {
    return proxy.toString();
  }
}

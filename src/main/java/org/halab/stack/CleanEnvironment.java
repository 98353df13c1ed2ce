package org.halab.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment in which Compose reads and starts a stranger's project. */
public final class CleanEnvironment {
  /** Where docker finds its commands and its own settings, and how it reaches its engine. */
  private static final List<String> KEPT =
      List.of("PATH", "HOME", "DOCKER_CONFIG", "DOCKER_CERT_PATH", "DOCKER_TLS_VERIFY");

  /** Files are never fetched from a repository or a registry. */
  private static final Map<String, String> NO_REMOTE_FILES =
      Map.of(
          "COMPOSE_EXPERIMENTAL_GIT_REMOTE", "false", "COMPOSE_EXPERIMENTAL_OCI_REMOTE", "false");

  private CleanEnvironment() {}

  /**
   * @param project its directory, which a shell would have as {@code PWD}
   * @param more what else is passed on
   */
  public static Map<String, String> of(Path project, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(NO_REMOTE_FILES);
    for (String name : KEPT) {
      if (System.getenv(name) != null) {
        environment.put(name, System.getenv(name));
      }
    }
    environment.put("PWD", project.toAbsolutePath().toString());
    environment.putAll(more);
    return environment;
  }
}

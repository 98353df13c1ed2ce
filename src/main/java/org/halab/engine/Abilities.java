package org.halab.engine;

import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import java.util.List;
import java.util.Optional;

/**
 * What an engine can do that others cannot.
 *
 * @param buildKit whether it builds images with BuildKit. Podman serves Docker's API and has none;
 *     the docker command would have it run BuildKit in a container, from a registry.
 * @param startInterval whether a container's health may be checked more often while it starts; from
 *     Docker 25 on, of which Compose refuses such a file to any other engine
 */
public record Abilities(boolean buildKit, boolean startInterval) {
  private static final String PODMAN = "Podman Engine";
  private static final int[] START_INTERVAL = {1, 44};

  static Abilities of(Version version) {
    return of(
        Optional.ofNullable(version.getApiVersion()).orElse(""),
        Optional.ofNullable(version.getComponents()).orElse(List.of()).stream()
            .map(VersionComponent::getName)
            .toList());
  }

  /**
   * @param api as in "1.44"; what is no such number counts as new
   * @param components the names of the parts that the engine says it has
   */
  static Abilities of(String api, List<String> components) {
    return new Abilities(!components.contains(PODMAN), !older(api));
  }

  private static boolean older(String api) {
    if (!api.matches("\\d{1,4}\\.\\d{1,4}")) {
      return false;
    }
    String[] parts = api.split("\\.");
    int major = Integer.parseInt(parts[0]);
    return major < START_INTERVAL[0]
        || major == START_INTERVAL[0] && Integer.parseInt(parts[1]) < START_INTERVAL[1];
  }
}

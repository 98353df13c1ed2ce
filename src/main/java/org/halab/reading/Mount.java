package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service's container has mounted.
 *
 * @param source a volume's name or a directory of the host; empty for an anonymous volume
 */
record Mount(String type, String source, String target) {
  static List<Mount> of(JsonNode service) {
    List<Mount> mounts = new ArrayList<>();
    for (JsonNode one : service.path("volumes")) {
      mounts.add(
          new Mount(
              one.path("type").asText(),
              one.path("source").asText(""),
              one.path("target").asText().replaceAll("(?<=.)/+$", "")));
    }
    return mounts;
  }

  /** Whether what is written there outlives the container under a name. */
  boolean keeps() {
    return !source.isEmpty() && type.matches("volume|bind");
  }

  boolean holds(String path) {
    return path.equals(target) || path.startsWith(target.equals("/") ? "/" : target + "/");
  }
}

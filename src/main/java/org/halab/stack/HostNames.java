package org.halab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names under which the other containers of a project reach a service. */
public final class HostNames {
  private HostNames() {}

  public static List<String> of(String service, JsonNode definition) {
    Set<String> names = new LinkedHashSet<>(List.of(service));
    for (String setting : List.of("hostname", "container_name")) {
      if (definition.path(setting).isTextual()) {
        names.add(definition.path(setting).asText());
      }
    }
    for (JsonNode network : definition.path("networks")) {
      network.path("aliases").forEach(alias -> names.add(alias.asText()));
      if (network.path("ipv4_address").isTextual()) {
        names.add(network.path("ipv4_address").asText());
      }
    }
    return List.copyOf(names);
  }
}

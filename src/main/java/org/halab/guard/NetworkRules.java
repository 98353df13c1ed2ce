package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Networks: bridges of the project alone, which take no addresses from this machine's network. */
final class NetworkRules {
  private static final Set<String> JOINED =
      Set.of("aliases", "ipv4_address", "priority", "gw_priority");
  private static final Set<String> HARMLESS =
      Set.of("name", "internal", "attachable", "labels", "ipam", "driver");

  /** The range that Docker itself takes networks from; at most as big as Docker's own. */
  private static final Pattern DOCKERS = Pattern.compile("172\\.(\\d+)\\.\\d+\\.\\d+/(\\d+)");

  private final Taken taken;

  NetworkRules(Taken taken) {
    this.taken = taken;
  }

  void joined(JsonNode networks, String[] path) {
    for (String name : ServiceRules.names(networks)) {
      if (networks.get(name) instanceof ObjectNode joined) {
        ServiceRules.names(joined).stream()
            .filter(key -> !JOINED.contains(key))
            .forEach(key -> taken.out(Kind.OTHER, joined, key, Taken.with(path, name)));
      }
    }
  }

  void defined(String name, ObjectNode network) {
    String[] path = {"networks", name};
    if (network.path("external").asBoolean()) {
      taken.out(Kind.OUTSIDE, network, "external", path);
    }
    if (!network.path("driver").asText("").matches("|bridge|default")) {
      taken.out(Kind.PRIVILEGE, network, "driver", path);
    }
    ServiceRules.names(network).stream()
        .filter(key -> !HARMLESS.contains(key) && !key.startsWith("x-"))
        .forEach(
            key ->
                taken.out(
                    key.equals("driver_opts") ? Kind.PRIVILEGE : Kind.OTHER, network, key, path));
    if (!isDockers(network.path("ipam"))) {
      taken.out(Kind.OTHER, network, "ipam", path);
    }
    LabelRules.apply(taken, network.path("labels"), Taken.with(path, "labels"));
  }

  private static boolean isDockers(JsonNode ipam) {
    if (!ipam.path("driver").asText("").matches("|default") || ipam.has("options")) {
      return false;
    }
    for (JsonNode pool : ipam.path("config")) {
      Matcher subnet = DOCKERS.matcher(pool.path("subnet").asText());
      if (!subnet.matches()
          || subnet.group(1).length() > 3
          || Integer.parseInt(subnet.group(1)) < 16
          || Integer.parseInt(subnet.group(1)) > 31
          || subnet.group(2).length() > 2
          || Integer.parseInt(subnet.group(2)) < 16) {
        return false;
      }
    }
    return true;
  }
}

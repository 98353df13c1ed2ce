package org.halab.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a service may ask for. What is not known here is taken out: a later Compose may have new
 * ways to the machine.
 */
final class ServiceRules {
  /** They concern the container alone, or what the project has anyway. */
  private static final Set<String> HARMLESS =
      Set.of(
          "attach",
          "cap_drop",
          "command",
          "container_name",
          "cpus",
          "depends_on",
          "domainname",
          "entrypoint",
          "expose",
          "hostname",
          "init",
          "links",
          "mem_limit",
          "mem_reservation",
          "memswap_limit",
          "pids_limit",
          "platform",
          "profiles",
          "pull_policy",
          "read_only",
          "restart",
          "scale",
          "shm_size",
          "stdin_open",
          "stop_grace_period",
          "stop_signal",
          "tty",
          "user",
          "working_dir");

  private static final Set<String> PRIVILEGES =
      Set.of(
          "annotations",
          "cap_add",
          "cgroup_parent",
          "credential_spec",
          "device_cgroup_rules",
          "devices",
          "gpus",
          "group_add",
          "isolation",
          "models",
          "oom_kill_disable",
          "oom_score_adj",
          "post_start",
          "pre_start",
          "pre_stop",
          "privileged",
          "provider",
          "runtime",
          "storage_opt");

  private static final Set<String> FROM_OUTSIDE =
      Set.of("external_links", "volumes_from", "label_file");

  /** Of a network's own stack: what keeps connections alive, and finds out that they are dead. */
  private static final Pattern OWN_SYSCTL =
      Pattern.compile(
          "net\\.ipv4\\.(tcp_keepalive_(time|intvl|probes)|tcp_retries2|tcp_syn_retries"
              + "|tcp_fin_timeout|ip_unprivileged_port_start|ip_local_port_range)"
              + "|net\\.core\\.somaxconn");

  /** A registry by its address, or on a port, may be any service of this machine's network. */
  private static final Pattern ODD_REGISTRY =
      Pattern.compile("([^/]*:\\d+|\\d+(\\.\\d+){3}|\\[.*\\])/.*");

  /** Compose resolves each to this form; another one would not be looked through. */
  private static final Set<String> LISTS =
      Set.of("volumes", "tmpfs", "configs", "secrets", "security_opt", "ports");

  private static final Set<String> MAPS =
      Set.of(
          "environment",
          "labels",
          "sysctls",
          "ulimits",
          "deploy",
          "networks",
          "logging",
          "healthcheck");

  private static final Set<String> HEALTH_CHECK =
      Set.of("test", "interval", "timeout", "retries", "start_period", "start_interval", "disable");
  private static final Set<String> PORT =
      Set.of("target", "published", "protocol", "mode", "host_ip", "name", "app_protocol");
  private static final Set<String> DEPLOY =
      Set.of("mode", "replicas", "resources", "restart_policy");
  private static final Set<String> RESTART_POLICY =
      Set.of("condition", "delay", "max_attempts", "window");

  private static final int MOST_OPEN_FILES = 1 << 20;

  private final Taken taken;
  private final Inside project;
  private final MountRules mounts;

  ServiceRules(Taken taken, Inside project, MountRules mounts) {
    this.taken = taken;
    this.project = project;
    this.mounts = mounts;
  }

  void apply(String name, ObjectNode service) {
    String[] path = {"services", name};
    for (String key : names(service)) {
      if (!HARMLESS.contains(key) && !key.startsWith("x-")) {
        setting(service, key, path);
      }
    }
    registry(service, path);
  }

  private void setting(ObjectNode service, String key, String[] path) {
    JsonNode value = service.get(key);
    String[] below = Taken.with(path, key);
    if (LISTS.contains(key) && !value.isArray() || MAPS.contains(key) && !value.isObject()) {
      taken.out(Kind.OTHER, service, key, path);
      return;
    }
    switch (key) {
      case "image" -> {}
      case "ports" -> only(PORT, Kind.OTHER, value, below);
      case "build" -> new BuildRules(taken, project).apply(service, path);
      case "volumes" -> mounts.volumes(service, path);
      case "tmpfs" -> mounts.temporary(service, path);
      case "configs", "secrets" -> mounts.references(service, key, path);
      case "environment" -> variables(value, below);
      case "env_file" -> variableFiles(service, path);
      case "healthcheck" -> only(HEALTH_CHECK, Kind.OTHER, value, below);
      case "labels" -> LabelRules.apply(taken, value, below);
      case "logging" -> logging(service, path);
      case "deploy" -> deploy(value, below);
      case "networks" -> new NetworkRules(taken).joined(value, below);
      case "network_mode" -> networkMode(service, path);
      case "ipc" -> unless("private|shareable|none", service, key, path);
      case "cgroup" -> unless("private", service, key, path);
      case "pid", "uts", "userns_mode" -> unless("none", service, key, path);
      case "security_opt" -> each("no-new-privileges([:=]true)?", Kind.PRIVILEGE, value, below);
      case "extra_hosts" -> each("(?!.*host-gateway).*", Kind.PRIVILEGE, value, below);
      case "sysctls" -> sysctls(value, below);
      case "ulimits" -> ulimits(value, below);
      case "use_api_socket" -> taken.out(Kind.DOCKER, service, key, path);
      default -> taken.out(kind(key), service, key, path);
    }
  }

  private static Kind kind(String key) {
    return PRIVILEGES.contains(key)
        ? Kind.PRIVILEGE
        : FROM_OUTSIDE.contains(key) ? Kind.OUTSIDE : Kind.OTHER;
  }

  private void unless(String allowed, ObjectNode service, String key, String[] path) {
    if (!service.path(key).asText().matches(allowed)) {
      taken.out(Kind.PRIVILEGE, service, key, path);
    }
  }

  /** What shares no network with the project gets into the project's own. */
  private void networkMode(ObjectNode service, String[] path) {
    String mode = service.path("network_mode").asText();
    if (!mode.matches("none|service:[\\w.-]+")) {
      boolean ordinary = mode.matches("|default|bridge");
      taken.out(ordinary ? Kind.OTHER : Kind.PRIVILEGE, service, "network_mode", path);
      service.putObject("networks").putNull("default");
    }
  }

  /** A variable without a value is taken from who runs Compose. */
  private void variables(JsonNode variables, String[] path) {
    if (variables instanceof ObjectNode map) {
      for (String name : names(map)) {
        if (map.get(name).isNull()) {
          map.remove(name);
          taken.note(Kind.OTHER, map.nullNode(), Taken.with(path, name));
        }
      }
    }
  }

  /** Their variables are in {@code environment} by now; a second look might find another file. */
  private void variableFiles(ObjectNode service, String[] path) {
    for (JsonNode file : service.path("env_file")) {
      if (!project.holds(file.path("path").asText(file.asText()))) {
        taken.out(Kind.OUTSIDE, service, "env_file", path);
        return;
      }
    }
    service.remove("env_file");
  }

  private void logging(ObjectNode service, String[] path) {
    if (!service.path("logging").path("driver").asText("").matches("|json-file|local")) {
      taken.out(Kind.OTHER, service, "logging", path);
    }
  }

  private void deploy(JsonNode deploy, String[] path) {
    if (deploy instanceof ObjectNode map) {
      if (map.path("resources").path("reservations").has("devices")) {
        taken.note(Kind.PRIVILEGE, map.path("resources"), Taken.with(path, "resources"));
      }
      if (!map.path("mode").asText("replicated").equals("replicated")) {
        taken.out(Kind.OTHER, map, "mode", path);
      }
      only(
          RESTART_POLICY,
          Kind.OTHER,
          map.path("restart_policy"),
          Taken.with(path, "restart_policy"));
      only(DEPLOY, Kind.OTHER, map, path);
    }
  }

  private void sysctls(JsonNode sysctls, String[] path) {
    if (sysctls instanceof ObjectNode map) {
      names(map).stream()
          .filter(name -> !OWN_SYSCTL.matcher(name).matches())
          .forEach(name -> taken.out(Kind.PRIVILEGE, map, name, path));
    }
  }

  private void ulimits(JsonNode ulimits, String[] path) {
    if (ulimits instanceof ObjectNode map) {
      for (String name : names(map)) {
        JsonNode limit = map.get(name);
        long most = Math.max(limit.asLong(), limit.path("hard").asLong());
        boolean unlimited = limit.asLong() < 0 || limit.path("hard").asLong() < 0;
        if (!name.equals("nofile") || most > MOST_OPEN_FILES || unlimited) {
          taken.out(Kind.PRIVILEGE, map, name, path);
        }
      }
    }
  }

  private void registry(ObjectNode service, String[] path) {
    String image = service.path("image").asText();
    if (!service.has("build") && ODD_REGISTRY.matcher(image).matches()) {
      taken.note(Kind.OUTSIDE, service.get("image"), Taken.with(path, "image"));
      service.put("pull_policy", "never");
    }
  }

  /** Takes out what is not known, of a map or of each map in a list. */
  private void only(Set<String> known, Kind kind, JsonNode node, String[] path) {
    if (node instanceof ObjectNode map) {
      names(map).stream()
          .filter(key -> !known.contains(key) && !key.startsWith("x-"))
          .forEach(key -> taken.out(kind, map, key, path));
    } else if (node instanceof ArrayNode list) {
      list.forEach(one -> only(known, kind, one, path));
    }
  }

  /** Takes out of a list what does not look like this. */
  private void each(String allowed, Kind kind, JsonNode list, String[] path) {
    for (int i = list.size() - 1; i >= 0 && list instanceof ArrayNode array; i--) {
      if (!array.get(i).asText().matches(allowed)) {
        taken.note(kind, array.remove(i), path);
      }
    }
    if (list instanceof ObjectNode map) {
      names(map).stream()
          .filter(name -> !map.get(name).asText().matches(allowed))
          .forEach(name -> taken.out(kind, map, name, path));
    }
  }

  static List<String> names(JsonNode map) {
    List<String> names = new ArrayList<>();
    map.fieldNames().forEachRemaining(names::add);
    return names;
  }
}

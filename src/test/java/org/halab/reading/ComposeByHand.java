package org.halab.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halab.stack.ComposeModel;
import org.halab.stack.YamlSource;

/**
 * As much of what {@code docker compose config} does as the projects of the tests need, so that
 * reading them needs no Docker: short forms become long ones, an override's values win.
 */
public final class ComposeByHand {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;

  private ComposeByHand(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /** The project that these files describe. */
  public static ComposeModel resolve(Path directory, List<Path> files) {
    ComposeByHand compose = new ComposeByHand(directory);
    Map<String, Object> services = new TreeMap<>();
    for (Path file : files) {
      map(map(YamlSource.read(file).content()).get("services"))
          .forEach(
              (name, service) ->
                  services.merge(name, compose.service(map(service)), ComposeByHand::merged));
    }
    services.values().removeIf(service -> map(service).containsKey("profiles"));
    try {
      return ComposeModel.parse(JSON.writeValueAsString(Map.of("services", services)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object merged(Object one, Object other) {
    Map<String, Object> all = new LinkedHashMap<>(map(one));
    map(other)
        .forEach(
            (key, value) ->
                all.merge(
                    key,
                    value,
                    (old, change) ->
                        switch (key) {
                          case "ports" -> appended(old, change);
                          case "volumes" -> mounted(old, change);
                          default ->
                              old instanceof Map && change instanceof Map
                                  ? merged(old, change)
                                  : change;
                        }));
    return all;
  }

  private static List<Object> appended(Object one, Object other) {
    List<Object> all = new ArrayList<>(list(one));
    all.addAll(list(other));
    return all;
  }

  /** A later mount at the same place replaces the one before it. */
  private static List<Object> mounted(Object one, Object other) {
    Map<Object, Object> byTarget = new LinkedHashMap<>();
    appended(one, other).forEach(mount -> byTarget.put(map(mount).get("target"), mount));
    return List.copyOf(byTarget.values());
  }

  private Map<String, Object> service(Map<String, Object> written) {
    Map<String, Object> service = new LinkedHashMap<>(written);
    service.computeIfPresent("command", (key, value) -> words(value));
    service.computeIfPresent("entrypoint", (key, value) -> words(value));
    service.computeIfPresent("build", (key, value) -> build(value));
    service.computeIfPresent("environment", (key, value) -> environment(value));
    service.computeIfPresent(
        "restart", (key, value) -> value.equals(false) ? "no" : String.valueOf(value));
    service.computeIfPresent(
        "expose", (key, value) -> list(value).stream().map(String::valueOf).toList());
    service.computeIfPresent(
        "ports", (key, value) -> list(value).stream().map(ComposeByHand::port).toList());
    service.computeIfPresent(
        "volumes", (key, value) -> list(value).stream().map(this::volume).toList());
    return service;
  }

  private static Object words(Object command) {
    return command instanceof String text ? List.of(text.split("\\s+")) : command;
  }

  private Object build(Object build) {
    Map<String, Object> all = new LinkedHashMap<>(map(build));
    Object context = build instanceof String ? build : all.get("context");
    if (context != null) {
      all.put("context", directory.resolve(String.valueOf(context)).normalize().toString());
    }
    return all;
  }

  private static Object environment(Object environment) {
    Map<String, Object> all = new LinkedHashMap<>(map(environment));
    list(environment)
        .forEach(
            one -> {
              String[] pair = String.valueOf(one).split("=", 2);
              all.put(pair[0], pair.length > 1 ? pair[1] : "");
            });
    return all;
  }

  private static Object port(Object port) {
    if (port instanceof Map) {
      return port;
    }
    String[] parts = String.valueOf(port).split(":");
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("target", Integer.valueOf(parts[parts.length - 1]));
    if (parts.length > 1) {
      all.put("published", parts[parts.length - 2]);
    }
    return all;
  }

  private Object volume(Object volume) {
    if (volume instanceof Map) {
      return volume;
    }
    String[] parts = String.valueOf(volume).split(":");
    if (parts.length == 1) {
      return Map.of("type", "volume", "target", parts[0]);
    }
    boolean bind = parts[0].matches("[./~].*");
    String source = bind ? directory.resolve(parts[0]).normalize().toString() : parts[0];
    return Map.of("type", bind ? "bind" : "volume", "source", source, "target", parts[1]);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}

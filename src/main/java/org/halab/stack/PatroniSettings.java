package org.halab.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that a node's Patroni starts with: its files, a later one over the one before it,
 * and the environment over all.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/ENVIRONMENT.html">Patroni's environment
 *     variables</a>
 */
public final class PatroniSettings {
  private static final int POSTGRES = 5432;
  private static final int REST = 8008;
  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("PATRONI_NAME", "name"),
          Map.entry("PATRONI_SCOPE", "scope"),
          Map.entry("PATRONI_NAMESPACE", "namespace"),
          Map.entry("PATRONI_RESTAPI_LISTEN", "restapi.listen"),
          Map.entry("PATRONI_RESTAPI_CONNECT_ADDRESS", "restapi.connect_address"),
          Map.entry("PATRONI_POSTGRESQL_LISTEN", "postgresql.listen"),
          Map.entry("PATRONI_POSTGRESQL_CONNECT_ADDRESS", "postgresql.connect_address"),
          Map.entry("PATRONI_POSTGRESQL_DATA_DIR", "postgresql.data_dir"),
          Map.entry("PATRONI_SUPERUSER_USERNAME", "postgresql.authentication.superuser.username"),
          Map.entry("PATRONI_SUPERUSER_PASSWORD", "postgresql.authentication.superuser.password"),
          Map.entry(
              "PATRONI_REPLICATION_USERNAME", "postgresql.authentication.replication.username"),
          Map.entry(
              "PATRONI_REPLICATION_PASSWORD", "postgresql.authentication.replication.password"),
          Map.entry("PATRONI_ZOOKEEPER_HOSTS", "zookeeper.hosts"),
          Map.entry("PATRONI_ETCD_HOST", "etcd.host"),
          Map.entry("PATRONI_ETCD_HOSTS", "etcd.hosts"),
          Map.entry("PATRONI_ETCD3_HOST", "etcd3.host"),
          Map.entry("PATRONI_ETCD3_HOSTS", "etcd3.hosts"),
          Map.entry("PATRONI_CONSUL_HOST", "consul.host"));

  private final Map<String, Object> merged = new LinkedHashMap<>();

  /**
   * @param files each file's content, in the order in which Patroni reads them
   * @param environment of the container
   */
  PatroniSettings(List<YamlSource> files, Map<String, String> environment) {
    for (YamlSource file : files) {
      if (file.content() instanceof Map<?, ?> content) {
        patch(merged, content);
      }
    }
    ENVIRONMENT.forEach(
        (variable, path) -> {
          if (environment.containsKey(variable)) {
            put(path, environment.get(variable));
          }
        });
  }

  /** As Patroni patches: maps are merged, a null removes, anything else replaces. */
  @SuppressWarnings("unchecked")
  private static void patch(Map<String, Object> target, Map<?, ?> change) {
    change.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value == null) {
            target.remove(name);
          } else if (value instanceof Map<?, ?> map) {
            Object old = target.get(name);
            Map<String, Object> below =
                old instanceof Map<?, ?> ? (Map<String, Object>) old : new LinkedHashMap<>();
            target.put(name, below);
            patch(below, map);
          } else {
            target.put(name, value);
          }
        });
  }

  private void put(String path, Object value) {
    Map<String, Object> change = new LinkedHashMap<>();
    Map<String, Object> level = change;
    String[] keys = path.split("\\.");
    for (int i = 0; i < keys.length - 1; i++) {
      Map<String, Object> below = new LinkedHashMap<>();
      level.put(keys[i], below);
      level = below;
    }
    level.put(keys[keys.length - 1], value);
    patch(merged, change);
  }

  /** A setting under its path, for example {@code bootstrap.dcs.ttl}. */
  public Optional<Object> at(String path) {
    Object level = merged;
    for (String key : path.split("\\.")) {
      level = level instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return Optional.ofNullable(level);
  }

  public Optional<String> text(String path) {
    return at(path).map(String::valueOf);
  }

  /** Seconds, bytes, and other whole numbers. */
  public Optional<Long> number(String path) {
    return text(path).filter(one -> one.matches("\\d{1,18}")).map(Long::parseLong);
  }

  /** The keys below a setting. */
  public List<String> keys(String path) {
    Object found = path.isEmpty() ? merged : at(path).orElse(null);
    return found instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A list in YAML, or words with commas between them. */
  public List<String> list(String path) {
    Object found = at(path).orElse(null);
    List<String> values = new ArrayList<>();
    if (found instanceof List<?> list) {
      list.forEach(one -> values.addAll(words(String.valueOf(one))));
    } else if (found != null) {
      values.addAll(words(String.valueOf(found)));
    }
    return values;
  }

  private static List<String> words(String text) {
    return List.of(text.split(",")).stream()
        .map(word -> word.replaceAll("[\\s'\"\\[\\]]", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  public Optional<String> name() {
    return text("name");
  }

  public Optional<String> scope() {
    return text("scope");
  }

  /** The key that the leader holds, as Patroni writes it: namespace, scope, "leader". */
  public String leaderKey() {
    String namespace = text("namespace").orElse("service").replaceAll("^/+|/+$", "");
    return "/%s/%s/leader".formatted(namespace, scope().orElse("batman"));
  }

  public int postgresPort() {
    return port("postgresql.listen", POSTGRES);
  }

  public int restPort() {
    return port("restapi.listen", REST);
  }

  public String dataDirectory() {
    return text("postgresql.data_dir").orElse("data");
  }

  public Login superuser() {
    return login("superuser", "postgres");
  }

  public Login replication() {
    return login("replication", "replicator");
  }

  private Login login(String who, String otherwise) {
    String path = "postgresql.authentication." + who;
    return new Login(
        text(path + ".username").orElse(otherwise), text(path + ".password").orElse(""));
  }

  private int port(String path, int otherwise) {
    String listen = text(path).orElse("");
    String digits = listen.substring(listen.lastIndexOf(':') + 1);
    return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : otherwise;
  }
}

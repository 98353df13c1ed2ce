package org.halab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.message.Message;

/** A change of the cluster's configuration through Patroni's API, and back when it is closed. */
public final class Reconfiguration implements AutoCloseable {
  private static final String RESTORE = "/postgresql/recovery_conf/restore_command";

  private final Cluster cluster;
  private final Map<String, Object> before = new HashMap<>();

  private Reconfiguration(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Sets what the rows name, and waits until every node lives by it.
   *
   * @param settings a setting and its value in each row
   */
  public static Reconfiguration set(Cluster cluster, List<List<String>> settings) {
    Reconfiguration change = new Reconfiguration(cluster);
    JsonNode now = cluster.patroni(cluster.leader()).config();
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (List<String> setting : settings) {
      String name = setting.get(0);
      wanted.put(name, value(setting.get(1)));
      JsonNode old = now.path(name);
      change.before.put(name, old.isMissingNode() ? null : old);
    }
    change.tell(wanted);
    wanted.forEach(change::awaitEffect);
    return change;
  }

  /**
   * @throws IllegalArgumentException if it is neither true nor false nor a whole number: what
   *     Patroni does not understand it takes for its default, without a word
   */
  private static Object value(String written) {
    if (written.matches("\\d{1,9}")) {
      return Integer.valueOf(written);
    }
    if (written.matches("true|false")) {
      return Boolean.valueOf(written);
    }
    throw new IllegalArgumentException(
        "A setting is true, false or a whole number, not '" + written + "'");
  }

  /** Whether Patroni may rewind a node whose history is not the leader's. */
  public static Reconfiguration rewind(Cluster cluster, boolean allowed) {
    return ofPostgres(cluster, "use_pg_rewind", allowed);
  }

  /** Patroni throws away the data of a node that it could not rewind, and copies the leader's. */
  public static Reconfiguration copyWhereRewindFails(Cluster cluster) {
    return ofPostgres(cluster, "remove_data_directory_on_rewind_failure", true);
  }

  private static Reconfiguration ofPostgres(Cluster cluster, String name, boolean on) {
    Reconfiguration change = new Reconfiguration(cluster);
    Map<String, Object> old = new HashMap<>();
    JsonNode now = cluster.patroni(cluster.leader()).config().path("postgresql").path(name);
    old.put(name, now.isBoolean() ? now.asBoolean() : null);
    change.before.put("postgresql", old);
    change.tell(Map.of("postgresql", Map.of(name, on)));
    return change;
  }

  /** Sets a parameter of PostgreSQL on all nodes. */
  public static Reconfiguration parameter(Cluster cluster, String name, String value) {
    Reconfiguration change = new Reconfiguration(cluster);
    Map<String, Object> none = new HashMap<>();
    none.put(name, null);
    change.before.put("postgresql", Map.of("parameters", none));
    change.tell(Map.of("postgresql", Map.of("parameters", Map.of(name, value))));
    return change;
  }

  /** Sets the command by which all nodes restore WAL, and waits until each has it. */
  public static Reconfiguration restoreCommand(Cluster cluster, String command) {
    Reconfiguration change = new Reconfiguration(cluster);
    Map<String, Object> old = new HashMap<>();
    JsonNode now = cluster.patroni(cluster.leader()).config().at(RESTORE);
    old.put("restore_command", now.isMissingNode() ? null : now);
    change.before.put("postgresql", Map.of("recovery_conf", old));
    change.tell(Map.of("postgresql", Map.of("recovery_conf", Map.of("restore_command", command))));
    cluster
        .waits()
        .until(
            cluster.deadlines().standbyAssigned(),
            Message.of("cluster.wait.setting")
                .with("setting", "restore_command")
                .with("value", command),
            () -> {
              List<String> commands = new ArrayList<>();
              for (Node node : cluster.replicas()) {
                commands.add(cluster.sql(node).query("SHOW restore_command").value());
              }
              return commands;
            },
            commands -> commands.stream().allMatch(command::equals));
    return change;
  }

  /** Every node is told: one that is told looks at the cluster at once. */
  private void tell(Map<String, Object> settings) {
    RuntimeException failure = null;
    int told = 0;
    for (Node node : cluster.nodes()) {
      try {
        cluster.patroni(node).patchConfig(settings);
        told++;
      } catch (RuntimeException e) {
        failure = new IllegalStateException("Patroni of " + node + " cannot be told", e);
      }
    }
    if (told == 0) {
      throw failure;
    }
  }

  private void awaitEffect(String setting, Object value) {
    cluster
        .waits()
        .until(
            cluster.deadlines().standbyAssigned(),
            Message.of("cluster.wait.setting").with("setting", setting).with("value", value),
            () -> {
              for (Node node : cluster.nodes()) {
                if (!effective(node, setting, value)) {
                  return false;
                }
              }
              return true;
            });
  }

  /** By what the setting does, where that can be seen; else by what the node knows. */
  private boolean effective(Node node, String setting, Object value) throws SQLException {
    boolean on = Boolean.TRUE.equals(value);
    return switch (setting) {
      case "failsafe_mode" -> failsafe(node) == on;
      case "pause" -> cluster.patroni(node).status().path("pause").asBoolean() == on;
      case "synchronous_mode" ->
          !cluster.leader().equals(node) || (on ? oneStandby(node) : standbys(node).isEmpty());
      default -> cluster.patroni(node).config().path(setting).asText().equals(value.toString());
    };
  }

  /** What was agreed on for it stays in the DCS when it is switched off. */
  private boolean failsafe(Node node) {
    return cluster.patroni(node).config().path("failsafe_mode").asBoolean()
        && cluster.patroni(node).passes("/failsafe");
  }

  /**
   * Whether one standby is named that each write waits for, and not any of several; and whether the
   * DCS has it, too, which is what it may take over by: that can be seconds later.
   */
  private boolean oneStandby(Node node) throws SQLException {
    String names = standbys(node);
    return !names.isEmpty()
        && !names.startsWith("ANY ")
        && !cluster.synchronousStandbys().isEmpty();
  }

  private String standbys(Node node) throws SQLException {
    return cluster.sql(node).query("SHOW synchronous_standby_names").value();
  }

  /** A parameter of PostgreSQL, as each node has it, and since when each PostgreSQL runs. */
  public static Table parameterOnNodes(Cluster cluster, String name) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    for (Node node : cluster.nodes()) {
      rows.add(
          List.of(
              node.member(),
              cluster.sql(node).query("SHOW " + name).value(),
              cluster.sql(node).query("SELECT pg_postmaster_start_time()").value(),
              cluster.patroni(node).status().path("pending_restart").asBoolean() ? "yes" : "no"));
    }
    return new Table(List.of("member", name, "running since", "restart pending"), rows);
  }

  /** Puts everything back as it was. */
  @Override
  public void close() {
    tell(before);
  }
}

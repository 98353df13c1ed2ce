package org.halab.reading;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where Patroni looks for a setting.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/patroni_configuration.html">Patroni
 *     configuration</a>
 */
public final class SettingPlaces {
  private static final String SECTION = "(bootstrap\\.dcs\\.)?postgresql";

  /** Those that Patroni takes from the DCS alone, for all nodes must have them alike. */
  private static final String OF_DCS =
      "max_connections|max_locks_per_transaction|max_worker_processes|max_prepared_transactions"
          + "|wal_level|hot_standby|wal_log_hints|max_wal_senders|max_replication_slots"
          + "|wal_keep_segments|wal_keep_size|track_commit_timestamp";

  /** Each kind of setting, and the paths above it at which Patroni reads it. */
  private static final Map<Pattern, Pattern> READ_AT =
      Map.of(
          Pattern.compile(
              "ttl|loop_wait|retry_timeout|maximum_lag_on_failover|(master|primary)_start_timeout"
                  + "|synchronous_mode_strict|synchronous_node_count|failsafe_mode"),
          Pattern.compile("bootstrap\\.dcs"),
          Pattern.compile("recovery_conf"),
          Pattern.compile(SECTION + "|bootstrap\\.[^.]+(?<!\\.dcs)"),
          Pattern.compile("pg_hba"),
          Pattern.compile(SECTION + "|bootstrap"),
          Pattern.compile("use_pg_rewind|use_slots"),
          Pattern.compile(SECTION),
          Pattern.compile(OF_DCS),
          Pattern.compile("bootstrap\\.dcs\\.postgresql\\.parameters"),
          Pattern.compile("unix_socket_directories|archive_(mode|command|timeout)"),
          Pattern.compile(SECTION + "\\.parameters"),
          Pattern.compile("restore_command"),
          Pattern.compile(SECTION + "\\.(parameters|recovery_conf)|bootstrap\\..*recovery_conf"),
          Pattern.compile("nofailover|noloadbalance|clonefrom|nosync"),
          Pattern.compile("tags"));

  private SettingPlaces() {}

  /**
   * Whether Patroni looks for a setting at this path; so it is taken for those of which nothing is
   * known here.
   *
   * @param path for example {@code bootstrap.dcs.ttl}
   */
  public static boolean looksFor(String path) {
    int dot = path.lastIndexOf('.');
    String above = dot < 0 ? "" : path.substring(0, dot);
    String name = path.substring(dot + 1);
    return READ_AT.entrySet().stream()
        .filter(known -> known.getKey().matcher(name).matches())
        .allMatch(known -> known.getValue().matcher(above).matches());
  }
}

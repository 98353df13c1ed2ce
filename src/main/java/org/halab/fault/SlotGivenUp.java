package org.halab.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * The replica was away while more was written than its replication slot may keep: the leader gives
 * the slot up, and removes the WAL that the replica needs next. What takes hours otherwise is
 * hastened by the smallest limits that there are, which are put back when it is healed.
 */
public final class SlotGivenUp implements FaultAction {
  public static final NamedFault OF_REPLICA =
      NamedFault.of(
          "the replica is away until its replication slot is given up",
          SlotGivenUp::new,
          Site::withoutReplica);

  /** A file of WAL; Patroni takes no smaller {@code wal_keep_size}. */
  private static final String LEAST = "16MB";

  private static final List<String> LIMITS = List.of("max_slot_wal_keep_size", "wal_keep_size");

  /** For a checkpoint of all that, in seconds. */
  private static final int PATIENCE = 30;

  /** Of no transaction, so that nobody waits for the standby that is away. */
  private static final String WRITE =
      "SELECT count(pg_logical_emit_message(false, 'lab', repeat('x', 1048576)))"
          + " FROM generate_series(1, 64)";

  private final Cluster cluster;
  private final Node leader;
  private final FaultAction away;
  private final String slot;
  private final Map<String, Object> before = new HashMap<>();

  private SlotGivenUp(Site site) {
    this.cluster = site.cluster();
    this.leader = site.leaderNode();
    this.away = ContainerDown.stopped(site.synchronousStandby());
    this.slot = SlotDropped.slotOf(site.standbyNode());
  }

  @Override
  public Message done() {
    return Message.of("fault.slotGivenUp").with("slot", slot).with("limit", LEAST);
  }

  @Override
  public void inflict() {
    JsonNode printed = cluster.patroni(leader).config().path("postgresql").path("parameters");
    Map<String, Object> small = new HashMap<>();
    for (String limit : LIMITS) {
      JsonNode old = printed.path(limit);
      before.put(limit, old.isTextual() ? old.asText() : null);
      small.put(limit, LEAST);
    }
    away.inflict();
    configure(leader, small);
    try {
      sql().query(WRITE);
      sql().query("SELECT pg_switch_wal()");
    } catch (SQLException e) {
      throw new IllegalStateException(leader + " wrote no WAL", e);
    }
  }

  private void configure(Node node, Map<String, Object> limits) {
    cluster.patroni(node).patchConfig(Map.of("postgresql", Map.of("parameters", limits)));
  }

  private Sql sql() {
    return cluster.sql(leader).patientFor(PATIENCE);
  }

  @Override
  public Deadline inEffectWithin(Deadlines deadlines) {
    return deadlines.standbyAssigned();
  }

  /** It is given up in a checkpoint, which is asked for. */
  @Override
  public boolean inEffect() {
    try {
      if (!before.isEmpty()) {
        sql().execute("CHECKPOINT");
      }
      return slots("wal_status = 'lost'") == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(leader + " does not tell of its slots", e);
    }
  }

  @Override
  public void heal() {
    if (!before.isEmpty()) {
      configure(cluster.leader(), before);
    }
    away.heal();
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.standbyAssigned();
  }

  @Override
  public boolean healed() {
    try {
      return slots("active AND wal_status <> 'lost'") == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(leader + " does not tell of its slots", e);
    }
  }

  private long slots(String which) throws SQLException {
    return Long.parseLong(
        sql()
            .query(
                "SELECT count(*) FROM pg_replication_slots WHERE slot_name = '%s' AND %s"
                    .formatted(slot, which))
            .value());
  }
}

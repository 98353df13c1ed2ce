package org.halab.incident;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.Sql;

/**
 * A replica was away while much was written: its slot was given up, and the archive has been tidied
 * up, so nobody has the WAL any more that it needs.
 */
final class LostSlot implements Incident {
  private static final String SLOT_KEEPS = "max_slot_wal_keep_size";
  private static final String LEADER_KEEPS = "wal_keep_size";
  private static final String ARCHIVE = "/var/tmp/wal_archive";

  /** One file of WAL; Patroni takes no smaller {@code wal_keep_size}. */
  private static final String LEAST = "16MB";

  /** For a checkpoint of all that, in seconds. */
  private static final int PATIENCE = 30;

  @Override
  public String name() {
    return "lost-slot";
  }

  @Override
  public Happened happen(Plant plant) throws SQLException {
    Node leader = plant.leader();
    Node replica = plant.replica();
    Map<String, Object> keeps = new HashMap<>();
    keeps.put(SLOT_KEEPS, LEAST);
    keeps.put(LEADER_KEEPS, LEAST);
    plant.configure(Map.of("postgresql", Map.of("parameters", keeps)));
    plant.awaitParameter(SLOT_KEEPS, LEAST);
    plant.awaitParameter(LEADER_KEEPS, LEAST);
    plant.container(replica).stop(Plant.STOP_GRACE);
    write(plant);
    plant.container(leader).exec("find", ARCHIVE, "-type", "f", "-delete");
    plant.container(replica).start();
    plant.awaitMember(replica);
    return new Happened(
        Message.of("incident.slot.broken").with("node", replica),
        List.of(
            Message.of("incident.slot.hint1").with("container", plant.name(replica)),
            Message.of("incident.slot.hint2"),
            Message.of("incident.slot.hint3").with("node", replica)),
        Message.of("incident.slot.prevention"),
        List.of(
            plant.patronictl(
                leader,
                "edit-config",
                plant.scope(),
                "--force",
                "--pg",
                SLOT_KEEPS + "=null",
                "--pg",
                LEADER_KEEPS + "=128MB"),
            plant.patronictl(leader, "reinit", plant.scope(), replica.member(), "--force")),
        List.of(Plant.docker("restart", plant.name(replica))));
  }

  /** More than a slot may hold back, until it is given up and all of it is in the archive. */
  private static void write(Plant plant) throws SQLException {
    Sql leader = plant.cluster().sql(plant.leader()).patientFor(PATIENCE);
    leader.query(
        "SELECT count(pg_logical_emit_message(false, 'load', repeat('x', 1048576)))"
            + " FROM generate_series(1, 64)");
    String last = leader.query("SELECT pg_walfile_name(pg_current_wal_lsn())").value();
    leader.query("SELECT pg_switch_wal()");
    plant
        .cluster()
        .waits()
        .until(
            plant.cluster().deadlines().standbyAssigned(),
            Message.of("incident.wait.slotLost"),
            () -> {
              leader.execute("CHECKPOINT");
              return leader
                  .query(
                      "SELECT count(*) FROM pg_replication_slots, pg_stat_archiver"
                          + " WHERE wal_status = 'lost' AND last_archived_wal >= '"
                          + last
                          + "'")
                  .value();
            },
            "1"::equals);
  }
}

package org.halab.fault;

import java.sql.SQLException;
import java.util.Locale;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.timing.Calibrations;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * The replication slot of the replica is gone on the leader, as after somebody tidied up. Patroni
 * makes it again in its next round; until then the replica is refused.
 */
public final class SlotDropped implements FaultAction {
  public static final NamedFault OF_REPLICA =
      NamedFault.of(
              "the replica's replication slot is dropped",
              site -> new SlotDropped(site.cluster(), site.leaderNode(), site.standbyNode()),
              Site::withoutReplica)
          .calibrated(Calibrations::standbyLost);

  /** The walreceiver may come back between the two; then it is ended again. */
  private static final String DROP =
      """
      DO $$
      DECLARE slot name := '%s';
      BEGIN
        FOR i IN 1..100 LOOP
          PERFORM pg_terminate_backend(active_pid, 1000)
            FROM pg_replication_slots WHERE slot_name = slot AND active;
          BEGIN
            PERFORM pg_drop_replication_slot(slot);
            RETURN;
          EXCEPTION WHEN object_in_use THEN NULL;
          END;
        END LOOP;
      END $$""";

  private final Cluster cluster;
  private final Node leader;
  private final Node replica;
  private final String slot;

  private SlotDropped(Cluster cluster, Node leader, Node replica) {
    this.cluster = cluster;
    this.leader = leader;
    this.replica = replica;
    this.slot = slotOf(replica);
  }

  /** As Patroni makes a slot's name of a member's. */
  static String slotOf(Node replica) {
    return replica.member().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }

  @Override
  public Message done() {
    return Message.of("fault.slotDropped").with("slot", slot);
  }

  @Override
  public void inflict() {
    try {
      cluster.sql(leader).execute(DROP.formatted(slot));
    } catch (SQLException e) {
      throw new IllegalStateException("The slot " + slot + " was not dropped", e);
    }
  }

  @Override
  public boolean inEffect() {
    return count(leader, "") == 0;
  }

  @Override
  public void heal() {
    // Patroni does
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.orderCarriedOut();
  }

  /** If another fault has changed the leader meanwhile, by the slots of whoever leads now. */
  @Override
  public boolean healed() {
    Node now = cluster.leader();
    return now.equals(replica) || count(now, " AND active") == 1;
  }

  private long count(Node leader, String and) {
    try {
      return Long.parseLong(
          String.valueOf(
              cluster
                  .sql(leader)
                  .query(
                      "SELECT count(*) FROM pg_replication_slots WHERE slot_name = '"
                          + slot
                          + "'"
                          + and)
                  .value()));
    } catch (SQLException e) {
      throw new IllegalStateException(leader + " does not tell of its slots", e);
    }
  }
}

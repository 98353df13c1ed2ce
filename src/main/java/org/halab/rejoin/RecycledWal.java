package org.halab.rejoin;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.Sql;

/**
 * The leader no longer has the WAL that an absent node needs: neither a slot nor {@code
 * wal_keep_size} holds it any more. What takes an hour of work otherwise is hastened by small
 * limits, which are put back when this is closed.
 */
public final class RecycledWal implements AutoCloseable {
  private static final Map<String, Object> SMALL =
      Map.of("wal_keep_size", "16MB", "min_wal_size", "32MB", "max_wal_size", "32MB");

  private final Cluster cluster;
  private final Node leader;
  private final Map<String, Object> before = new HashMap<>();

  public RecycledWal(Cluster cluster) {
    this.cluster = cluster;
    this.leader = cluster.leader();
    JsonNode printed = cluster.patroni(leader).config();
    Map<String, Object> parameters = new HashMap<>();
    for (String name : SMALL.keySet()) {
      JsonNode old = printed.path("postgresql").path("parameters").path(name);
      parameters.put(name, old.isTextual() ? old.asText() : null);
    }
    JsonNode ttl = printed.path("member_slots_ttl");
    before.put("member_slots_ttl", ttl.isNumber() ? ttl.asInt() : null);
    before.put("postgresql", Map.of("parameters", parameters));
  }

  /**
   * Has the leader drop the absent node's slot, and writes WAL until the file that the node needs
   * next is gone.
   *
   * @return what became of both
   */
  public Message make() throws SQLException {
    Sql sql = cluster.sql(leader);
    String needed = sql.query("SELECT pg_walfile_name(pg_current_wal_lsn())").value();
    cluster
        .patroni(leader)
        .patchConfig(Map.of("member_slots_ttl", 0, "postgresql", Map.of("parameters", SMALL)));
    cluster
        .waits()
        .until(
            cluster.deadlines().crashFailover(),
            Message.of("rejoin.wait.slotDropped"),
            () -> sql.query("SELECT count(*) FROM pg_replication_slots").value(),
            "0"::equals);
    cluster
        .waits()
        .until(
            cluster.deadlines().replicated(),
            Message.of("rejoin.wait.walRemoved").with("file", needed),
            () -> fileKept(sql, needed),
            kept -> !kept);
    return Message.of("rejoin.recycled").with("file", needed);
  }

  /** Each look ends a file and asks for a checkpoint, which removes what is not needed. */
  private static boolean fileKept(Sql sql, String needed) throws SQLException {
    sql.execute("CREATE TABLE IF NOT EXISTS lab_shortage (number bigserial, filler text)");
    sql.execute(
        "INSERT INTO lab_shortage (filler) SELECT repeat('x', 500) FROM generate_series(1, 1000)");
    sql.query("SELECT pg_switch_wal()");
    sql.execute("CHECKPOINT");
    return sql.query("SELECT count(*) FROM pg_ls_waldir() WHERE name = '" + needed + "'")
        .value()
        .equals("1");
  }

  @Override
  public void close() {
    cluster.patroni(cluster.leader()).patchConfig(before);
  }
}

package org.halab.experiment;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halab.cluster.Cluster;
import org.halab.domain.LabException;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.timing.Deadline;

/** Rows that somebody deletes by mistake, where one standby replays what it gets only later. */
public final class Mistake {
  private static final String TABLE = "lab_mistake";
  private static final String DELAY =
      "SELECT setting FROM pg_settings WHERE name = 'recovery_min_apply_delay'";

  private final Cluster cluster;
  private final Node leader;
  private final Node delayed;
  private final Duration delay;
  private Instant made;

  /**
   * @throws LabException if no standby replays later than it could
   */
  public Mistake(Cluster cluster) throws SQLException {
    this.cluster = cluster;
    this.leader = cluster.leader();
    Node behind = null;
    Duration most = Duration.ZERO;
    for (Node node : cluster.except(leader)) {
      Duration its = Duration.ofMillis(Long.parseLong(cluster.sql(node).query(DELAY).value()));
      if (its.compareTo(most) > 0) {
        behind = node;
        most = its;
      }
    }
    if (behind == null) {
      throw new LabException(Message.of("experiment.noDelay"));
    }
    this.delayed = behind;
    this.delay = most;
  }

  public Node delayed() {
    return delayed;
  }

  public Duration delay() {
    return delay;
  }

  /** The nodes that replay at once. */
  public List<Node> others() {
    return cluster.except(delayed);
  }

  /** Writes rows, and waits until every node has them. */
  public void prepare(int rows) throws SQLException {
    cluster
        .sql(leader)
        .execute(
            "DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s AS SELECT generate_series(1, %2$d)"
                .formatted(TABLE, rows));
    for (Node node : cluster.nodes()) {
      awaitRows(node, rows);
    }
  }

  /** Deletes them. */
  public void make() throws SQLException {
    cluster.sql(leader).execute("DELETE FROM " + TABLE);
    made = Instant.now();
  }

  public long rowsOn(Node node) throws SQLException {
    return Long.parseLong(cluster.sql(node).query("SELECT count(*) FROM " + TABLE).value());
  }

  /**
   * Waits until a node has so many of the rows.
   *
   * @return how long after the mistake, if it was made, that was seen
   */
  public Duration awaitRows(Node node, long rows) {
    Deadline replicated = cluster.deadlines().replicated();
    cluster
        .waits()
        .until(
            new Deadline(
                replicated.name(), replicated.limit().plus(delay), replicated.derivation()),
            Message.of("experiment.wait.rows").with("node", node).with("count", rows),
            () -> rowsOn(node),
            seen -> seen == rows);
    return made == null ? Duration.ZERO : Duration.between(made, Instant.now());
  }
}

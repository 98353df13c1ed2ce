package org.halab.rejoin;

import java.sql.SQLException;
import java.util.List;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.experiment.Experiment;
import org.halab.observe.Sql;

/** Rows that the leader has committed for itself and the replica never received. */
public final class DivergedRows {
  private static final String TABLE = "lab_fork";
  private static final String ROWS = "SELECT number, written FROM " + TABLE + " ORDER BY 1";

  private final Cluster cluster;
  private final Table onLeader;

  private DivergedRows(Cluster cluster, Table onLeader) {
    this.cluster = cluster;
    this.onLeader = onLeader;
  }

  /**
   * Commits a row on both nodes, keeps replication back and commits three more on the leader. They
   * are committed without waiting for the standby, as a client may ask for; it would wait in vain.
   */
  public static DivergedRows make(Cluster cluster, Experiment experiment) throws SQLException {
    Node leader = cluster.leader();
    Sql sql = cluster.sql(leader);
    sql.execute(
        "DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s (number int, written text)".formatted(TABLE));
    sql.execute("INSERT INTO " + TABLE + " VALUES (1, 'on both nodes')");
    experiment.holdReplicationBack();
    sql.execute(
        "SET synchronous_commit = local; INSERT INTO %s SELECT n, 'on %s alone' FROM generate_series(2, 4) n"
            .formatted(TABLE, leader.member()));
    return new DivergedRows(cluster, sql.query(ROWS));
  }

  /** All rows as the leader had them. */
  public Table onLeader() {
    return onLeader;
  }

  /** The rows that a node has now. */
  public Table on(Node node) throws SQLException {
    return cluster.sql(node).query(ROWS);
  }

  /** The numbers of the rows that only the leader had. */
  public List<String> numbersOnLeaderAlone() {
    return onLeader.column("number").stream().filter(number -> !number.equals("1")).toList();
  }
}

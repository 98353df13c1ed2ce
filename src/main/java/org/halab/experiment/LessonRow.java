package org.halab.experiment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.timing.Deadline;

/** One row that is written while the standby cannot get it. */
public final class LessonRow {
  private static final String TABLE = "lab_lesson";
  private static final int PATIENCE_SECONDS = 60;

  /** A write of the row that waits for the standby, in pg_stat_activity. */
  private static final String WAITING =
      "wait_event = 'SyncRep' AND query LIKE 'INSERT INTO " + TABLE + "%'";

  private final Cluster cluster;
  private final Node leader;
  private String warning = "";

  /** Makes the table, on all nodes: replication still works. */
  public LessonRow(Cluster cluster) throws SQLException {
    this.cluster = cluster;
    this.leader = cluster.leader();
    cluster
        .sql(leader)
        .execute("DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s (id int)".formatted(TABLE));
    Node other = cluster.successorOf(leader);
    cluster
        .waits()
        .until(
            cluster.deadlines().replicated(),
            Message.of("experiment.wait.emptyTable").with("node", other),
            () -> rowsOn(other) == 0);
  }

  /** Writes the row, and cancels the wait for the standby as soon as it has begun. */
  public void writeAndCancelWait() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection connection = cluster.sql(leader).patientFor(PATIENCE_SECONDS).connect()) {
      Future<String> write = thread.submit(() -> insert(connection, ""));
      Deadline deadline = cluster.deadlines().replicated();
      cluster
          .waits()
          .until(deadline, Message.of("experiment.wait.writeWaits"), () -> waiting() > 0);
      cluster
          .sql(leader)
          .query("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE " + WAITING);
      warning = write.get(deadline.limit().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      thread.shutdownNow();
    }
  }

  /** Writes the row in a transaction that asks for no wait, or another one. */
  public void writeWith(String setting, String value) throws SQLException {
    try (Connection connection = cluster.sql(leader).connect()) {
      warning = insert(connection, "SET " + setting + " = " + value);
    }
  }

  private static String insert(Connection connection, String before) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!before.isEmpty()) {
        statement.execute(before);
        statement.clearWarnings();
      }
      statement.execute("INSERT INTO " + TABLE + " VALUES (1)");
      SQLWarning warning = statement.getWarnings();
      return warning == null ? "" : warning.getMessage();
    }
  }

  private long waiting() throws SQLException {
    return Long.parseLong(
        cluster
            .sql(leader)
            .query("SELECT count(*) FROM pg_stat_activity WHERE " + WAITING)
            .value());
  }

  /** What the server said beside "done"; empty if nothing. */
  public String warning() {
    return warning;
  }

  public long rowsOn(Node node) throws SQLException {
    return Long.parseLong(cluster.sql(node).query("SELECT count(*) FROM " + TABLE).value());
  }
}

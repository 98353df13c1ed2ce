package org.halab.experiment;

import java.sql.SQLException;
import java.util.Map;
import org.halab.cluster.Cluster;
import org.halab.cluster.Roles;
import org.halab.domain.SentCommit;
import org.halab.message.Message;
import org.halab.observe.TransactionStatus;
import org.halab.timing.NotInTime;

/** What the leader's PostgreSQL says of transactions whose clients were not told. */
final class Settled {
  private Settled() {}

  /**
   * Waits until none of them is under way any more: one that waits for the standby can still come
   * to be. What is under way for longer than a standby needs is returned as that.
   */
  static Map<Long, String> statuses(Cluster cluster, Map<Long, SentCommit> unknown)
      throws SQLException {
    if (unknown.isEmpty()) {
      return Map.of();
    }
    try {
      return cluster
          .waits()
          .until(
              cluster.deadlines().replicated(),
              Message.of("experiment.wait.settled"),
              () -> TransactionStatus.of(cluster.sql(new Roles(cluster).awaitLeader()), unknown),
              statuses -> !statuses.containsValue(TransactionStatus.IN_PROGRESS))
          .value();
    } catch (NotInTime e) {
      return TransactionStatus.of(cluster.sql(new Roles(cluster).awaitLeader()), unknown);
    }
  }
}

package org.halab.cluster;

import java.sql.SQLException;
import org.halab.domain.Node;

/** What runs on a node while Patroni leaves it alone. */
public final class Maintenance {
  private static final String REFUSES_CONNECTIONS = "08";

  private final Cluster cluster;

  public Maintenance(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Whether PostgreSQL answers on a node; it is asked, not Patroni.
   *
   * @throws SQLException if it answers with something else
   */
  public boolean postgresRuns(Node node) throws SQLException {
    try {
      cluster.sql(node).query("SELECT 1");
      return true;
    } catch (SQLException e) {
      if (e.getSQLState() != null && e.getSQLState().startsWith(REFUSES_CONNECTIONS)) {
        return false;
      }
      throw e;
    }
  }
}

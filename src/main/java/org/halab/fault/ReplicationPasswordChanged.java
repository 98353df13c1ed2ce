package org.halab.fault;

import java.sql.SQLException;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.stack.Login;
import org.halab.timing.Calibrations;

/**
 * The replication user gets another password, and the nodes' files are not told: a stream that is
 * open goes on without asking, so it is ended, as a restart would end it.
 */
public final class ReplicationPasswordChanged implements FaultAction {
  public static final NamedFault ON_LEADER =
      NamedFault.of(
              "the replication password is changed and the nodes are not told",
              site -> new ReplicationPasswordChanged(site.cluster(), site.leaderNode()),
              Site::withoutReplica)
          .calibrated(Calibrations::standbyLost);

  private static final String OTHER = "rotated-in-autumn";

  private final Cluster cluster;
  private final Node leader;
  private final Login known;

  /**
   * @param leader who leads now
   */
  public ReplicationPasswordChanged(Cluster cluster, Node leader) {
    this.cluster = cluster;
    this.leader = leader;
    this.known = cluster.project().stack().settings(leader).replication();
  }

  @Override
  public Message done() {
    return Message.of("fault.password").with("user", known.user());
  }

  @Override
  public void inflict() {
    change(leader, OTHER);
    run(leader, "SELECT pg_terminate_backend(pid) FROM pg_stat_replication");
  }

  /** Whether the password that the nodes know is refused. */
  @Override
  public boolean inEffect() {
    try {
      new Sql(() -> cluster.project().postgres(cluster.leader()), known).query("SELECT 1");
      return false;
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public void heal() {
    change(cluster.leader(), known.password());
  }

  /** Without waiting for a standby: none can come while the password is wrong. */
  private void change(Node node, String password) {
    run(
        node,
        "SET synchronous_commit = local; ALTER ROLE %s PASSWORD '%s'"
            .formatted(known.user(), password));
  }

  private void run(Node node, String sql) {
    try {
      cluster.sql(node).execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(node + " refused: " + sql, e);
    }
  }
}

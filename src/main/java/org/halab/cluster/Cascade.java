package org.halab.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.timing.Deadline;

/** A replica that follows another replica instead of the leader, as its node's settings ask. */
public final class Cascade {
  private static final String FOLLOWS = "tags.replicatefrom";

  private final Cluster cluster;
  private final Node behind;
  private final Node between;

  /**
   * @throws LabException if no node's settings ask for it
   */
  public Cascade(Cluster cluster) {
    this.cluster = cluster;
    this.behind =
        cluster.nodes().stream()
            .filter(node -> followed(node).isPresent())
            .findFirst()
            .orElseThrow(
                () -> new LabException(Message.of("cluster.noCascade").with("setting", FOLLOWS)));
    this.between = followed(behind).orElseThrow();
  }

  private Optional<Node> followed(Node node) {
    return cluster.project().stack().settings(node).text(FOLLOWS).flatMap(cluster::nodeOf);
  }

  public Node behind() {
    return behind;
  }

  public Node between() {
    return between;
  }

  /** Has another node lead than these two, for otherwise there is no chain, and awaits it. */
  public void establish() {
    Node leader = cluster.leader();
    if (leader.equals(behind) || leader.equals(between)) {
      Node another =
          cluster.nodes().stream()
              .filter(node -> !node.equals(behind) && !node.equals(between))
              .findFirst()
              .orElseThrow();
      cluster.patroni(leader).switchover(leader.member(), another.member());
      new Roles(cluster).awaitLeads(another, cluster.deadlines().gracefulFailover());
      new Health(cluster).awaitRunning();
    }
    awaitFollows(between, cluster.deadlines().standbyAssigned());
  }

  /** Waits until the node behind receives its changes from this one, and from no other. */
  public void awaitFollows(Node source, Deadline deadline) {
    cluster
        .waits()
        .until(
            deadline,
            Message.of("cluster.wait.receives").with("node", behind).with("source", source),
            this::sources,
            sources -> sources.equals(List.of(source)));
  }

  private List<Node> sources() throws SQLException {
    List<Node> sources = new ArrayList<>();
    for (Node node : cluster.except(behind)) {
      if (cluster.access(node).running()
          && receivers(node).column("application_name").contains(behind.member())) {
        sources.add(node);
      }
    }
    return sources;
  }

  /** Who receives changes from a node. */
  public Table receivers(Node node) throws SQLException {
    return cluster.sql(node).query(Health.REPLICATION);
  }
}

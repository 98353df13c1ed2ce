package org.halab.experiment;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.fault.ContainerDown;
import org.halab.fault.Fault;
import org.halab.fault.PatroniFrozen;
import org.halab.message.Message;

/** Brings the replicas into states that an experiment begins with. */
public final class Standby {
  private final Cluster cluster;

  public Standby(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Stops the replicas, and waits until the leader does not count on any of them any more. */
  public Fault gone() {
    Fault fault =
        Fault.inflict(ContainerDown.REPLICAS_STOPPED.on(cluster, cluster.leader()), cluster);
    cluster
        .waits()
        .until(
            cluster.deadlines().standbyAssigned(),
            Message.of("experiment.wait.noStandby"),
            () -> synchronousNames().isEmpty());
    return fault;
  }

  /**
   * The replicas stream again, and the leader's Patroni has not made one synchronous yet: it stands
   * still, so that this moment lasts.
   *
   * @param atEnd told what must be undone
   */
  public void backButNotSynchronous(Consumer<AutoCloseable> atEnd) throws SQLException {
    Node leader = cluster.leader();
    Fault replicas = gone();
    atEnd.accept(replicas);
    atEnd.accept(Fault.inflict(new PatroniFrozen(cluster.access(leader)), cluster));
    replicas.heal();
    cluster
        .waits()
        .until(
            cluster.deadlines().memberAnswers(),
            Message.of("experiment.wait.asynchronous"),
            () ->
                cluster
                    .sql(leader)
                    .query("SELECT state, sync_state FROM pg_stat_replication")
                    .rows(),
            rows ->
                rows.equals(
                    Collections.nCopies(
                        cluster.except(leader).size(), List.of("streaming", "async"))));
  }

  private String synchronousNames() throws SQLException {
    return cluster.sql(cluster.leader()).query("SHOW synchronous_standby_names").value();
  }
}

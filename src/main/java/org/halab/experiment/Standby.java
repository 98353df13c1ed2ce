package org.halab.experiment;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.fault.ContainerDown;
import org.halab.fault.Fault;
import org.halab.fault.PatroniFrozen;
import org.halab.message.Message;

/** Brings the replica into states that an experiment begins with. */
public final class Standby {
  private final Cluster cluster;

  public Standby(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Stops the replica, and waits until the leader does not count on it any more. */
  public Fault gone() {
    Node replica = cluster.successorOf(cluster.leader());
    Fault fault = Fault.inflict(ContainerDown.stopped(cluster.access(replica)), cluster);
    cluster
        .waits()
        .until(
            cluster.deadlines().standbyAssigned(),
            Message.of("experiment.wait.noStandby"),
            () -> synchronousNames().isEmpty());
    return fault;
  }

  /**
   * The replica streams again, and the leader's Patroni has not made it synchronous yet: it stands
   * still, so that this moment lasts.
   *
   * @param atEnd told what must be undone
   */
  public void backButNotSynchronous(Consumer<AutoCloseable> atEnd) throws SQLException {
    Node leader = cluster.leader();
    Fault replica = gone();
    atEnd.accept(replica);
    atEnd.accept(Fault.inflict(new PatroniFrozen(cluster.access(leader)), cluster));
    replica.heal();
    cluster
        .waits()
        .until(
            cluster.deadlines().memberAnswers(),
            Message.of("experiment.wait.asynchronous"),
            () ->
                cluster
                    .sql(leader)
                    .query("SELECT state, sync_state FROM pg_stat_replication")
                    .rows()
                    .toString(),
            "[[streaming, async]]"::equals);
  }

  private String synchronousNames() throws SQLException {
    return cluster.sql(cluster.leader()).query("SHOW synchronous_standby_names").value();
  }
}

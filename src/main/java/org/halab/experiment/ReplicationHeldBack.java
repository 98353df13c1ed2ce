package org.halab.experiment;

import java.time.Instant;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.fault.CutOff;
import org.halab.fault.Fault;

/** Replication from the leader to its standby, kept back from now until this is closed. */
final class ReplicationHeldBack implements AutoCloseable {
  private final Instant since = Instant.now();
  private final Fault hold;

  ReplicationHeldBack(Cluster cluster, Node leader) {
    hold = Fault.inflict(CutOff.FROM_REPLICA.on(cluster, leader), cluster);
  }

  /** The last moment before it. */
  Instant since() {
    return since;
  }

  @Override
  public void close() {
    hold.close();
  }
}

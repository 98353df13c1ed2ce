package org.halab.fault;

import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.cluster.Roles;
import org.halab.domain.LeaderLock;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/** A planned handover of the leadership, through Patroni's API. */
final class Switchover implements Order {
  static final NamedFault TO_STANDBY =
      NamedFault.of(
              "the leadership is handed to the other node",
              site -> new Switchover(site.cluster(), site.leaderNode(), site.standbyNode()),
              Bounds::graceful)
          .calibrated(Calibrations::handedOver);

  static final NamedFault TO_LAST =
      NamedFault.of(
          "the leadership is handed to the last node",
          site -> new Switchover(site.cluster(), site.leaderNode(), site.lastReplicaNode()),
          Bounds::graceful);

  private final Cluster cluster;
  private final Node leader;
  private final Node candidate;

  Switchover(Cluster cluster, Node leader, Node candidate) {
    this.cluster = cluster;
    this.leader = leader;
    this.candidate = candidate;
  }

  @Override
  public Message done() {
    return Message.of("fault.handedOver").with("node", candidate);
  }

  @Override
  public void inflict() {
    cluster.patroni(leader).switchover(leader.member(), candidate.member());
  }

  @Override
  public boolean inEffect() {
    return new Roles(cluster)
        .leaderKey()
        .map(LeaderLock::holder)
        .equals(Optional.of(candidate.member()));
  }
}

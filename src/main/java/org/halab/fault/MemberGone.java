package org.halab.fault;

import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/**
 * A node leaves the cluster for good: its container and its volume are removed, and Patroni counts
 * it no more. Healed by a new one of its name, which joins with nothing on its disk.
 */
final class MemberGone implements FaultAction {
  static final NamedFault LAST =
      NamedFault.of(
          "the last replica leaves the cluster",
          site -> new MemberGone(site, site.lastReplicaNode()),
          Site::withoutReplica);

  private final Cluster cluster;
  private final Node node;
  private final VolumeLost removal;

  private MemberGone(Site site, Node node) {
    this.cluster = site.cluster();
    this.node = node;
    this.removal = VolumeLost.of(site, node);
  }

  @Override
  public Message done() {
    return Message.of("fault.left").with("node", node);
  }

  @Override
  public void inflict() {
    removal.inflict();
  }

  @Override
  public boolean inEffect() {
    return removal.inEffect() && !counted();
  }

  @Override
  public Deadline inEffectWithin(Deadlines deadlines) {
    return deadlines.memberAnswers();
  }

  @Override
  public void heal() {
    removal.heal();
  }

  @Override
  public boolean healed() {
    return removal.healed() && counted();
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.memberAnswers();
  }

  private boolean counted() {
    return cluster.view().member(node.member()).isPresent();
  }
}

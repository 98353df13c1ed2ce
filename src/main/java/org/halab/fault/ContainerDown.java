package org.halab.fault;

import java.time.Duration;
import java.util.List;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/** A container that runs no more: stopped or killed. Healed by starting it. */
public final class ContainerDown implements FaultAction {
  public static final NamedFault LEADER_STOPPED =
      NamedFault.of("the leader is stopped", site -> stopped(site.leader()), Bounds::graceful)
          .calibrated(Calibrations::graceful);
  public static final NamedFault LEADER_KILLED =
      NamedFault.of("the leader is killed", site -> killed(site.leader()), Bounds::crash)
          .calibrated(Calibrations::crash);
  public static final NamedFault REPLICA_STOPPED =
      NamedFault.of(
          "the replica is stopped",
          site -> stopped(site.synchronousStandby()),
          Site::withoutReplica);
  public static final NamedFault REPLICA_KILLED =
      NamedFault.of(
              "the replica is killed",
              site -> killed(site.synchronousStandby()),
              Site::withoutReplica)
          .calibrated(Calibrations::standbyLost);
  public static final NamedFault REPLICAS_STOPPED =
      NamedFault.of(
          "all replicas are stopped",
          site ->
              Together.each(
                  Message.of("fault.replicasStopped"), site.replicas(), ContainerDown::stopped),
          Bounds::standbyLost);
  public static final NamedFault REPLICAS_KILLED =
      NamedFault.of(
          "all replicas are killed",
          site ->
              Together.each(
                  Message.of("fault.replicasKilled"), site.replicas(), ContainerDown::killed),
          Bounds::standbyLost);
  public static final NamedFault LEADER_AND_REPLICA_KILLED =
      NamedFault.of(
          "the leader and a replica are killed",
          site -> {
            List<ServiceContainer> both = site.leaderAndReplica();
            return Together.each(
                Message.of("fault.twoKilled")
                    .with("first", both.get(0).service())
                    .with("second", both.get(1).service()),
                both,
                ContainerDown::killed);
          },
          Site::withoutLeaderAndReplica);
  public static final NamedFault DCS_STOPPED =
      NamedFault.of(
          "the DCS is stopped",
          site ->
              Together.wholeDcs(
                  site,
                  Message.of("fault.dcs.stopped").with("dcs", site.dcs()),
                  ContainerDown::stopped),
          Bounds::dcsBack);
  public static final NamedFault DCS_KILLED =
      NamedFault.of(
          "the DCS is killed",
          site ->
              Together.wholeDcs(
                  site,
                  Message.of("fault.dcs.killed").with("dcs", site.dcs()),
                  ContainerDown::killed),
          Bounds::dcsBack);
  public static final NamedFault DCS_MEMBER_STOPPED =
      NamedFault.of(
          "a member of the DCS is stopped",
          site -> stopped(site.dcsMember()),
          Site::withoutDcsMember);
  public static final NamedFault DCS_MEMBER_KILLED =
      NamedFault.of(
          "a member of the DCS is killed",
          site -> killed(site.dcsMember()),
          Site::withoutDcsMember);
  public static final NamedFault DCS_LEADER_STOPPED =
      NamedFault.of(
          "the leader of the DCS is stopped",
          site -> stopped(site.dcsLeader()),
          Site::withoutDcsMember);
  public static final NamedFault DCS_LEADER_KILLED =
      NamedFault.of(
          "the leader of the DCS is killed",
          site -> killed(site.dcsLeader()),
          Site::withoutDcsMember);
  public static final NamedFault DCS_MAJORITY_KILLED =
      NamedFault.of(
          "a majority of the DCS is killed",
          site ->
              Together.each(
                  Message.of("fault.dcs.majorityKilled").with("dcs", site.dcs()),
                  site.dcsMajority(),
                  ContainerDown::killed),
          Bounds::dcsBack);
  public static final NamedFault EVERY_ENTRYPOINT_KILLED =
      NamedFault.of(
          "every entrypoint is killed",
          site ->
              Together.each(
                  Message.of("fault.everyEntrypointKilled"),
                  site.everyEntrypoint(),
                  ContainerDown::killed),
          Bounds::pathBack);
  public static final NamedFault ENTRYPOINT_STOPPED =
      NamedFault.of(
              "the entrypoint is stopped",
              site -> stopped(site.entrypoint()),
              Site::withEntrypointStopped)
          .calibrated(Calibrations::entrypointStarts);
  public static final NamedFault ENTRYPOINT_KILLED =
      NamedFault.of(
              "the entrypoint is killed",
              site -> killed(site.entrypoint()),
              Site::withoutEntrypoint)
          .calibrated(Calibrations::entrypointStarts);
  public static final NamedFault LAST_ENTRYPOINT_STOPPED =
      NamedFault.of(
          "the last entrypoint is stopped",
          site -> stopped(site.lastEntrypoint()),
          Site::withoutEntrypoint);
  public static final NamedFault LAST_ENTRYPOINT_KILLED =
      NamedFault.of(
          "the last entrypoint is killed",
          site -> killed(site.lastEntrypoint()),
          Site::withoutEntrypoint);
  public static final NamedFault NODES_KILLED =
      NamedFault.of(
          "both nodes are killed",
          site ->
              Together.each(Message.of("fault.bothKilled"), site.nodes(), ContainerDown::killed),
          Bounds::dcsBack);

  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private final ServiceContainer access;
  private final boolean gracefully;

  private ContainerDown(ServiceContainer access, boolean gracefully) {
    this.access = access;
    this.gracefully = gracefully;
  }

  /**
   * As {@code docker stop} does it: the signal that the image names, and ten seconds to end in
   * order; what still runs then is killed.
   */
  public static ContainerDown stopped(ServiceContainer access) {
    return new ContainerDown(access, true);
  }

  /** As {@code docker kill} does it: SIGKILL, without a word to anyone. */
  public static ContainerDown killed(ServiceContainer access) {
    return new ContainerDown(access, false);
  }

  @Override
  public Message done() {
    return gracefully
        ? Message.of("fault.stopped").with("service", access.service())
        : Message.of("fault.killed").with("service", access.service());
  }

  @Override
  public void inflict() {
    if (gracefully) {
      access.stop(STOP_GRACE);
    } else {
      access.kill();
    }
  }

  @Override
  public boolean inEffect() {
    return !access.running();
  }

  @Override
  public void heal() {
    access.start();
  }
}

package org.halab.fault;

import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Calibrations;

/**
 * A container whose processes stand still, as {@code docker pause} does it: nothing is lost,
 * nothing answers, connections stay open.
 */
public final class ContainerFrozen implements FaultAction {
  public static final NamedFault LEADER =
      NamedFault.of(
              "the leader is frozen", site -> new ContainerFrozen(site.leader()), Bounds::crash)
          .calibrated(Calibrations::silent);
  public static final NamedFault REPLICA =
      NamedFault.of(
              "the replica is frozen",
              site -> new ContainerFrozen(site.synchronousStandby()),
              Site::withSilentReplica)
          .calibrated(Calibrations::standbyFrozen);
  public static final NamedFault DCS =
      NamedFault.of(
              "the DCS is frozen",
              site ->
                  Together.wholeDcs(
                      site,
                      Message.of("fault.dcs.frozen").with("dcs", site.dcs()),
                      ContainerFrozen::new),
              Bounds::dcsBack)
          .calibrated(Calibrations::dcsBack);
  public static final NamedFault ENTRYPOINT =
      NamedFault.of(
              "the entrypoint is frozen",
              site -> new ContainerFrozen(site.entrypoint()),
              Site::withSilentEntrypoint)
          .calibrated(Calibrations::entrypointMoves);
  public static final NamedFault LAST_ENTRYPOINT =
      NamedFault.of(
          "the last entrypoint is frozen",
          site -> new ContainerFrozen(site.lastEntrypoint()),
          Site::withSilentEntrypoint);
  public static final NamedFault DCS_MEMBER =
      NamedFault.of(
          "a member of the DCS is frozen",
          site -> new ContainerFrozen(site.dcsMember()),
          Site::withoutDcsMember);
  public static final NamedFault DCS_LEADER =
      NamedFault.of(
          "the leader of the DCS is frozen",
          site -> new ContainerFrozen(site.dcsLeader()),
          Site::withoutDcsMember);

  private final ServiceContainer access;

  public ContainerFrozen(ServiceContainer access) {
    this.access = access;
  }

  @Override
  public Message done() {
    return Message.of("fault.frozen").with("service", access.service());
  }

  @Override
  public void inflict() {
    access.pause();
  }

  @Override
  public boolean inEffect() {
    return access.paused();
  }

  @Override
  public void heal() {
    if (inEffect()) {
      access.unpause();
    }
  }
}

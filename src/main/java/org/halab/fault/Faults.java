package org.halab.fault;

import java.util.List;

/** The catalogue: every fault that the features can name, each registered by its line here. */
public final class Faults {
  private static final List<NamedFault> ALL =
      List.of(
          ContainerDown.LEADER_STOPPED,
          ContainerDown.LEADER_KILLED,
          ContainerFrozen.LEADER,
          VolumeLost.LEADER,
          VolumeLost.REPLICA,
          PostgresKilled.LEADER,
          ServerProcessKilled.BACKEND,
          ServerProcessKilled.CHECKPOINTER,
          ServerProcessKilled.WALRECEIVER,
          PostmasterHung.LEADER,
          StartedByHand.ON_OLD_LEADER,
          PatroniKilled.LEADER,
          PatroniFrozen.LEADER,
          FilesExhausted.LEADER,
          MemoryShort.LEADER,
          ProcessorStarved.LEADER,
          ContainerDown.REPLICA_STOPPED,
          ContainerDown.REPLICA_KILLED,
          ContainerFrozen.REPLICA,
          CutOff.REPLICA,
          ContainerDown.REPLICAS_STOPPED,
          ContainerDown.REPLICAS_KILLED,
          ContainerDown.LEADER_AND_REPLICA_KILLED,
          CutOff.FROM_DCS,
          CutOff.FROM_REPLICA,
          CutOff.FROM_CLIENTS,
          CutOff.FROM_EVERYTHING,
          PacketsLost.TO_REPLICA,
          PacketsLost.TO_DCS,
          PacketsLost.TO_LEADER,
          PacketsLost.OF_CLIENTS,
          OneWayLost.DCS_DEAF,
          OneWayLost.DCS_MUTE,
          OneWayLost.REPLICA_DEAF,
          OneWayLost.REPLICA_MUTE,
          LinkShaped.SLOW,
          LinkShaped.DELAYED,
          ContainerDown.DCS_STOPPED,
          ContainerDown.DCS_KILLED,
          ContainerFrozen.DCS,
          ContainerDown.DCS_MEMBER_STOPPED,
          ContainerDown.DCS_MEMBER_KILLED,
          ContainerFrozen.DCS_MEMBER,
          CutOff.DCS_MEMBER,
          ContainerDown.DCS_LEADER_STOPPED,
          ContainerDown.DCS_LEADER_KILLED,
          ContainerFrozen.DCS_LEADER,
          CutOff.DCS_LEADER,
          ContainerDown.DCS_MAJORITY_KILLED,
          DataLost.DCS,
          DataLost.DCS_MEMBER,
          DataLost.DCS_LEADER,
          ContainerDown.ENTRYPOINT_STOPPED,
          ContainerDown.ENTRYPOINT_KILLED,
          ContainerFrozen.ENTRYPOINT,
          CutOff.ENTRYPOINT,
          ContainerDown.EVERY_ENTRYPOINT_KILLED,
          ContainerDown.LAST_ENTRYPOINT_STOPPED,
          ContainerDown.LAST_ENTRYPOINT_KILLED,
          ContainerFrozen.LAST_ENTRYPOINT,
          CutOff.LAST_ENTRYPOINT,
          ContainerDown.NODES_KILLED,
          DiskFull.LEADER,
          DiskFull.REPLICA,
          DcsDiskFull.MEMBER,
          DiskStalled.LEADER,
          DiskSlow.LEADER,
          DiskFailed.LEADER,
          ClockStepped.LEADER_BACK,
          ClockStepped.LEADER_AHEAD,
          ReplicationPasswordChanged.ON_LEADER,
          SlotDropped.OF_REPLICA,
          SlotGivenUp.OF_REPLICA,
          ArchiveFailing.OF_ALL,
          MemberGone.LAST,
          InTurn.NODES_RESTARTED,
          InTurn.NODES_MADE_ANEW,
          InTurn.DCS_RESTARTED,
          InTurn.DCS_MADE_ANEW,
          InTurn.ENTRYPOINTS_RESTARTED,
          InTurn.ENTRYPOINTS_MADE_ANEW,
          Switchover.TO_STANDBY,
          Switchover.TO_LAST,
          PostgresRestarted.LEADER,
          FreshCopy.REPLICA,
          HostLost.LEADERS,
          HostLost.OTHER,
          HostCutOff.LEADERS,
          HostCutOff.SHORTLY,
          HostsParted.FROM_OTHERS,
          HostsParted.FROM_SWARMS_LEADER,
          HostsParted.FROM_SWARMS_FOLLOWER,
          HostDrained.LEADERS,
          ContainerCrashed.LEADER);

  private Faults() {}

  public static List<NamedFault> all() {
    return ALL;
  }

  /**
   * @param words as a step says it
   * @throws IllegalArgumentException if no fault is called so
   */
  public static NamedFault named(String words) {
    return ALL.stream()
        .filter(one -> one.words().equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No fault is called '" + words + "'"));
  }
}

package org.halab.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClusterViewTest {
  private static final Member LEADER = member("a", Role.LEADER, "running", 2);

  @Test
  void isHealthyWithALeaderAndASynchronousStandbyThatStreams() {
    assertThat(view(LEADER, member("b", Role.SYNC_STANDBY, "streaming", 2)).healthy(2)).isTrue();
  }

  @Test
  void isHealthyWhenAnyOfSeveralStandbysMayAcknowledge() {
    assertThat(
            view(
                    LEADER,
                    member("b", Role.QUORUM_STANDBY, "streaming", 2),
                    member("c", Role.QUORUM_STANDBY, "streaming", 2))
                .healthy(3))
        .isTrue();
  }

  @Test
  void isNotHealthyWhileOneOfTheQuorumIsMissing() {
    assertThat(
            view(
                    LEADER,
                    member("b", Role.QUORUM_STANDBY, "streaming", 2),
                    member("c", Role.REPLICA, "streaming", 2))
                .healthy(3))
        .isFalse();
  }

  @Test
  void isHealthyWithOneSynchronousStandbyAndAnotherReplica() {
    assertThat(
            view(
                    LEADER,
                    member("b", Role.SYNC_STANDBY, "streaming", 2),
                    member("c", Role.REPLICA, "streaming", 2))
                .healthy(3))
        .isTrue();
  }

  @Test
  void isHealthyWithAQuorumAndAReplicaThatStandsApart() {
    Member quorum = member("b", Role.QUORUM_STANDBY, "streaming", 2);
    Member replica = member("c", Role.REPLICA, "streaming", 2);
    Member apart =
        new Member("c", "host-c", Role.REPLICA, "streaming", OptionalInt.of(2), "0", true);

    assertThat(view(LEADER, quorum, apart).healthy(3)).isTrue();
    assertThat(view(LEADER, quorum, replica).healthy(3)).isFalse();
  }

  @Test
  void isNotHealthyWithoutALeader() {
    assertThat(
            view(
                    member("a", Role.REPLICA, "streaming", 2),
                    member("b", Role.SYNC_STANDBY, "streaming", 2))
                .healthy(2))
        .isFalse();
  }

  @Test
  void isNotHealthyWithAnAsynchronousReplica() {
    assertThat(view(LEADER, member("b", Role.REPLICA, "streaming", 2)).healthy(2)).isFalse();
  }

  @Test
  void isNotHealthyWithAStandbyThatOnlyRuns() {
    assertThat(view(LEADER, member("b", Role.SYNC_STANDBY, "running", 2)).healthy(2)).isFalse();
  }

  @Test
  void isNotHealthyWithAStandbyOnAnotherTimeline() {
    assertThat(view(LEADER, member("b", Role.SYNC_STANDBY, "streaming", 1)).healthy(2)).isFalse();
  }

  @Test
  void isNotHealthyWithAMemberMissing() {
    assertThat(view(LEADER).healthy(2)).isFalse();
  }

  private static ClusterView view(Member... members) {
    return new ClusterView(List.of(members));
  }

  private static Member member(String name, Role role, String state, int timeline) {
    return new Member(name, "host-" + name, role, state, OptionalInt.of(timeline), "0", false);
  }
}

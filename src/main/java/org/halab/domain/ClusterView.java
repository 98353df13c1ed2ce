package org.halab.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cluster's members as one node's Patroni sees them at one moment. */
public record ClusterView(List<Member> members) {
  public ClusterView {
    members = List.copyOf(members);
  }

  public Optional<Member> leader() {
    return members.stream().filter(member -> member.role() == Role.LEADER).findFirst();
  }

  public Optional<Member> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  /**
   * A leader, and every other member streams on the same timeline, at least one of them as a
   * synchronous standby; where any of several may acknowledge, each is one of these.
   */
  public boolean healthy(int nodes) {
    return members.size() == nodes
        && leader().isPresent()
        && members.stream().allMatch(this::leadsOrStreams)
        && members.stream().anyMatch(member -> member.role().synchronous())
        && (quorumStandbys() == 0 || members.stream().noneMatch(ClusterView::notYetOfQuorum));
  }

  private static boolean notYetOfQuorum(Member member) {
    return member.role() == Role.REPLICA && !member.apart();
  }

  /** How many there are of which any may acknowledge. */
  public long quorumStandbys() {
    return members.stream().filter(member -> member.role() == Role.QUORUM_STANDBY).count();
  }

  private boolean leadsOrStreams(Member member) {
    return switch (member.role()) {
      case LEADER -> member.state().equals("running");
      case SYNC_STANDBY, QUORUM_STANDBY, REPLICA ->
          member.state().equals("streaming")
              && member.timeline().equals(leader().orElseThrow().timeline());
      default -> false;
    };
  }

  public Table table() {
    return new Table(
        List.of("member", "host", "role", "state", "timeline", "lag"),
        members.stream()
            .map(
                member ->
                    List.of(
                        member.name(),
                        member.host(),
                        member.role().toString(),
                        member.state(),
                        member.timeline().isPresent() ? "" + member.timeline().getAsInt() : "",
                        member.lag()))
            .toList());
  }

  @Override
  public String toString() {
    return members.isEmpty()
        ? "no members"
        : members.stream()
            .map(member -> member.name() + " " + member.role() + " " + member.state())
            .collect(Collectors.joining(", "));
  }
}

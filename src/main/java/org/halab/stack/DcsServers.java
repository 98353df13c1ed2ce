package org.halab.stack;

import java.util.List;

/**
 * What keeps the leader key in a project.
 *
 * @param members whose names the nodes are given
 * @param leaderKey under which it is kept
 */
public record DcsServers(Dcs kind, List<DcsMember> members, String leaderKey) {
  public List<String> services() {
    return members.stream().map(DcsMember::service).toList();
  }

  @Override
  public String toString() {
    return kind.toString();
  }
}

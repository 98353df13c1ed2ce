package org.halab.domain;

import java.util.Map;

/**
 * Which WAL a leader has: that of its own timeline, and that of those before it, each up to where
 * the next one began.
 *
 * @param current the leader's timeline
 * @param ends of the timelines before it
 */
public record TimelineHistory(int current, Map<Integer, Long> ends) {
  public TimelineHistory {
    ends = Map.copyOf(ends);
  }

  /**
   * Whether the leader has all of this transaction but its commit, so that the number is the same
   * transaction's there.
   */
  public boolean includes(SentCommit sent) {
    return sent.timeline() == current
        || ends.getOrDefault(sent.timeline(), Long.MIN_VALUE) >= sent.lsn();
  }
}

package org.halab.checker.failover;

import java.time.Duration;
import org.halab.domain.History;
import org.halab.domain.Operation.Kind;
import org.halab.domain.OutageBound;

/**
 * Work that touches several parts one after the other, held against how long the settings allow
 * clients to be without writes for one of them.
 *
 * @param longest the longest time without a write that succeeded
 * @param failed how many writes failed
 * @param writes of how many
 */
public record PauseJudgement(OutageBound bound, Duration longest, long failed, long writes) {

  public static PauseJudgement judge(FaultEvidence evidence, OutageBound bound) {
    History writes = evidence.history().of(Kind.WRITE);
    return new PauseJudgement(
        bound,
        writes.longestPauseSince(evidence.at()),
        writes.failuresSince(evidence.at()).size(),
        writes.operations().size());
  }

  public boolean withinBound() {
    return longest.compareTo(bound.total()) <= 0;
  }
}

package org.halab.checker.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.History;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.OutageBound;
import org.halab.domain.Phase;
import org.halab.message.Message;

/**
 * A measured outage of writes against the longest that the settings allow for.
 *
 * @param done what clients were without writes for
 * @param outage empty if no write failed, or none succeeded again
 * @param comparable phases that can be held against the bound's parts: they begin with the fault,
 *     so there are none where the bound counts from the healing, nor where the leader stayed, for
 *     there clients waited for nothing but their own time-out
 * @param pause the longest time without a write that succeeded
 * @param begin the moment that the bound counts from
 * @param lost whether writes failed and none succeeded again
 */
public record OutageJudgement(
    Message done,
    OutageBound bound,
    Optional<Outage> outage,
    List<Phase> comparable,
    Duration pause,
    Instant begin,
    boolean lost) {

  public static OutageJudgement judge(FaultEvidence evidence, OutageBound bound) {
    boolean sinceFault = bound.since() == OutageBound.Since.FAULT;
    History writes = evidence.history().of(Kind.WRITE);
    Optional<Outage> outage = Outage.since(evidence.at(), writes);
    boolean leaderChanged = !evidence.newLeader().equals(evidence.oldLeader());
    return new OutageJudgement(
        evidence.done(),
        bound,
        outage,
        sinceFault && leaderChanged ? Phases.of(evidence) : List.of(),
        writes.longestPauseSince(evidence.at()),
        sinceFault ? evidence.at() : evidence.healedAt().orElse(evidence.at()),
        outage.isEmpty() && !writes.failuresSince(evidence.at()).isEmpty());
  }

  /** From the moment that the bound counts from to the first success; empty if none failed. */
  public Optional<Duration> measured() {
    return outage.map(one -> Duration.between(begin, one.firstSuccess()));
  }

  /** Whether the first success came in time; where none failed, whether none waited too long. */
  public boolean withinBound() {
    return !lost && measured().orElse(pause).compareTo(bound.total()) <= 0;
  }
}

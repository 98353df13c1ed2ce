package org.halab.checker.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.checker.failover.Failovers.FAULT;
import static org.halab.checker.failover.Failovers.write;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.OutageBound;
import org.halab.domain.OutageBound.Since;
import org.halab.domain.Outcome;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class OutageJudgementTest {
  /** The first write that succeeds again does at 7.0 s. */
  private static final FaultEvidence SEVEN = Failovers.of().evidence();

  @Test
  void aFirstSuccessInTimeIsWithinTheBound() {
    OutageJudgement judgement = OutageJudgement.judge(SEVEN, bound(Since.FAULT, 7));

    assertThat(judgement.measured()).contains(Duration.ofSeconds(7));
    assertThat(judgement.withinBound()).isTrue();
  }

  @Test
  void aLateOneIsNot() {
    assertThat(OutageJudgement.judge(SEVEN, bound(Since.FAULT, 6)).withinBound()).isFalse();
  }

  @Test
  void aBoundSinceTheHealingCountsFromThere() {
    FaultEvidence healed = with(SEVEN.history(), Optional.of(FAULT.plusSeconds(5)));

    assertThat(OutageJudgement.judge(healed, bound(Since.HEALING, 2)).measured())
        .contains(Duration.ofSeconds(2));
    assertThat(OutageJudgement.judge(healed, bound(Since.HEALING, 2)).withinBound()).isTrue();
    assertThat(OutageJudgement.judge(healed, bound(Since.HEALING, 1)).withinBound()).isFalse();
    assertThat(OutageJudgement.judge(healed, bound(Since.FAULT, 2)).withinBound()).isFalse();
  }

  @Test
  void phasesAreHeldAgainstABoundSinceTheFaultAlone() {
    assertThat(OutageJudgement.judge(SEVEN, bound(Since.FAULT, 9)).comparable()).hasSize(6);
    assertThat(OutageJudgement.judge(SEVEN, bound(Since.HEALING, 9)).comparable()).isEmpty();
  }

  @Test
  void whereNothingFailedTheLongestPauseIsJudged() {
    FaultEvidence served =
        with(
            history(
                write(1, 0.1, 0.2, Outcome.ACKNOWLEDGED), write(2, 0.3, 4.2, Outcome.ACKNOWLEDGED)),
            Optional.empty());

    OutageJudgement judgement = OutageJudgement.judge(served, bound(Since.FAULT, 4));

    assertThat(judgement.measured()).isEmpty();
    assertThat(judgement.pause()).isEqualTo(Duration.ofSeconds(4));
    assertThat(judgement.withinBound()).isTrue();
    assertThat(OutageJudgement.judge(served, bound(Since.FAULT, 3)).withinBound()).isFalse();
  }

  @Test
  void writesThatNeverSucceedAgainAreNotWithinAnyBound() {
    FaultEvidence lost =
        with(
            history(write(1, 0.1, 0.2, Outcome.ACKNOWLEDGED), write(2, 0.5, 1.0, Outcome.REJECTED)),
            Optional.empty());

    OutageJudgement judgement = OutageJudgement.judge(lost, bound(Since.FAULT, 1000));

    assertThat(judgement.lost()).isTrue();
    assertThat(judgement.withinBound()).isFalse();
  }

  private static OutageBound bound(Since since, int seconds) {
    return new OutageBound(
        since,
        List.of(
            new OutageBound.Part("first write", Duration.ofSeconds(seconds), Message.text("why"))));
  }

  private static History history(Operation... operations) {
    return new History(List.of(operations));
  }

  private static FaultEvidence with(History history, Optional<Instant> healedAt) {
    return new FaultEvidence(
        SEVEN.done(),
        SEVEN.at(),
        healedAt,
        SEVEN.oldLeader(),
        SEVEN.newLeader(),
        SEVEN.before(),
        SEVEN.logs(),
        SEVEN.lock(),
        SEVEN.lanes(),
        SEVEN.probes(),
        history,
        SEVEN.settings());
  }
}

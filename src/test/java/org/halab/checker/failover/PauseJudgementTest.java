package org.halab.checker.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.halab.domain.OutageBound;
import org.halab.domain.OutageBound.Since;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class PauseJudgementTest {
  /** Writes succeed at 0.2 and at 7.0 s; one in between fails. */
  private static final FaultEvidence EVIDENCE = Failovers.of().evidence();

  @Test
  void theLongestPauseIsHeldAgainstTheBoundOfOnePart() {
    PauseJudgement pause = PauseJudgement.judge(EVIDENCE, bound(Duration.ofMillis(6800)));

    assertThat(pause.longest()).isEqualTo(Duration.ofMillis(6800));
    assertThat(pause.failed()).isEqualTo(1);
    assertThat(pause.writes()).isEqualTo(3);
    assertThat(pause.withinBound()).isTrue();
  }

  @Test
  void aLongerOneIsNotWithinIt() {
    assertThat(PauseJudgement.judge(EVIDENCE, bound(Duration.ofMillis(6799))).withinBound())
        .isFalse();
  }

  private static OutageBound bound(Duration limit) {
    return new OutageBound(
        Since.FAULT, List.of(new OutageBound.Part("lock held", limit, Message.text("why"))));
  }
}

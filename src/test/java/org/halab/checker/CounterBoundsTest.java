package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.domain.Outcome.ACKNOWLEDGED;
import static org.halab.domain.Outcome.REJECTED;
import static org.halab.domain.Outcome.UNKNOWN;

import org.halab.domain.History;
import org.junit.jupiter.api.Test;

class CounterBoundsTest {
  private static final History TWO_AND_ONE_UNKNOWN =
      Histories.of(ACKNOWLEDGED, REJECTED, UNKNOWN, ACKNOWLEDGED).history();

  @Test
  void fromAcknowledgedToAcknowledgedAndUnknown() {
    assertThat(CounterBounds.judge(TWO_AND_ONE_UNKNOWN, 2).sound()).isTrue();
    assertThat(CounterBounds.judge(TWO_AND_ONE_UNKNOWN, 3).sound()).isTrue();
  }

  @Test
  void lessIsALostIncrement() {
    assertThat(CounterBounds.judge(TWO_AND_ONE_UNKNOWN, 1).sound()).isFalse();
  }

  @Test
  void moreIsADoubleOrRejectedIncrement() {
    assertThat(CounterBounds.judge(TWO_AND_ONE_UNKNOWN, 4).sound()).isFalse();
    assertThat(CounterBounds.judge(TWO_AND_ONE_UNKNOWN, 4).told())
        .hasToString("2 acknowledged <= 4 <= 2 acknowledged + 1 unknown does not hold");
  }
}

package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.halab.domain.SentCommit;
import org.halab.domain.TimelineHistory;
import org.junit.jupiter.api.Test;

/** Which transactions a leader can be asked for. */
class TransactionStatusTest {
  private static final TimelineHistory THIRD =
      TransactionStatus.history(
          3,
          """
          1\t0/3000060\tno recovery target specified

          2\t1/A0\tno recovery target specified
          """);

  @Test
  void whatItsOwnTimelineHolds() {
    assertThat(THIRD.includes(sent(3, Long.MAX_VALUE))).isTrue();
    assertThat(TransactionStatus.history(1, "null").includes(sent(1, 5))).isTrue();
  }

  @Test
  void whatEarlierOnesHeldBeforeTheyEnded() {
    assertThat(THIRD.includes(sent(1, 0x3000060L))).isTrue();
    assertThat(THIRD.includes(sent(1, 0x3000061L))).isFalse();
    assertThat(THIRD.includes(sent(2, (1L << 32) + 0xA0))).isTrue();
    assertThat(THIRD.includes(sent(2, (1L << 32) + 0xA1))).isFalse();
  }

  @Test
  void nothingOfATimelineThatIsNotItsOwnPast() {
    assertThat(THIRD.includes(sent(4, 1))).isFalse();
    assertThat(TransactionStatus.history(1, "null").includes(sent(2, 1))).isFalse();
  }

  private static SentCommit sent(int timeline, long lsn) {
    return new SentCommit(1, timeline, lsn, false);
  }
}

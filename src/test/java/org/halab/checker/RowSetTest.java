package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.domain.Outcome.ACKNOWLEDGED;
import static org.halab.domain.Outcome.REJECTED;
import static org.halab.domain.Outcome.UNKNOWN;

import java.util.List;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.junit.jupiter.api.Test;

class RowSetTest {
  private static final Histories ONE = Histories.of(ACKNOWLEDGED);
  private static final Histories TWO = Histories.of(ACKNOWLEDGED, ACKNOWLEDGED);

  @Test
  void allAcknowledgedRowsPresentOnceIsSound() {
    assertThat(judge(TWO, 2L, 1L).sound()).isTrue();
  }

  @Test
  void anAcknowledgedRowThatIsMissingIsLost() {
    RowSet rows = judge(TWO, 1L);

    assertThat(rows.sound()).isFalse();
    assertThat(rows.lost()).containsExactly(2L);
  }

  @Test
  void aRowThatIsThereTwiceIsADuplicate() {
    RowSet rows = judge(ONE, 1L, 1L);

    assertThat(rows.sound()).isFalse();
    assertThat(rows.duplicates()).containsExactly(1L);
  }

  @Test
  void aRejectedRowThatIsThereIsUnexpected() {
    RowSet rows = judge(Histories.of(REJECTED), 1L);

    assertThat(rows.sound()).isFalse();
    assertThat(rows.unexpected()).containsExactly(1L);
  }

  @Test
  void aRowNobodyWroteIsUnexpected() {
    assertThat(judge(new Histories(), 7L).sound()).isFalse();
  }

  @Test
  void anUnknownRowMaySurviveOrNot() {
    RowSet rows = judge(Histories.of(UNKNOWN, UNKNOWN), 1L);

    assertThat(rows.sound()).isTrue();
    assertThat(rows.ghosts()).containsExactly(1L);
  }

  @Test
  void aReadIsNoRow() {
    Operation read =
        new Operation(Kind.READ, 0, Histories.at(0), Histories.at(1), ACKNOWLEDGED, "");

    assertThat(RowSet.judge(new History(List.of(read)), List.of()).acknowledged()).isZero();
  }

  private static RowSet judge(Histories histories, Long... present) {
    return RowSet.judge(histories.history(), List.of(present));
  }
}

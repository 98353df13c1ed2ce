package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.junit.jupiter.api.Test;

class RowSetTest {
  private final List<Operation> operations = new ArrayList<>();

  @Test
  void allAcknowledgedRowsPresentOnceIsSound() {
    written(1, Outcome.ACKNOWLEDGED);
    written(2, Outcome.ACKNOWLEDGED);

    assertThat(judge(2L, 1L).sound()).isTrue();
  }

  @Test
  void anAcknowledgedRowThatIsMissingIsLost() {
    written(1, Outcome.ACKNOWLEDGED);
    written(2, Outcome.ACKNOWLEDGED);

    RowSet rows = judge(1L);
    assertThat(rows.sound()).isFalse();
    assertThat(rows.lost()).containsExactly(2L);
  }

  @Test
  void aRowThatIsThereTwiceIsADuplicate() {
    written(1, Outcome.ACKNOWLEDGED);

    RowSet rows = judge(1L, 1L);
    assertThat(rows.sound()).isFalse();
    assertThat(rows.duplicates()).containsExactly(1L);
  }

  @Test
  void aRejectedRowThatIsThereIsUnexpected() {
    written(1, Outcome.REJECTED);

    RowSet rows = judge(1L);
    assertThat(rows.sound()).isFalse();
    assertThat(rows.unexpected()).containsExactly(1L);
  }

  @Test
  void aRowNobodyWroteIsUnexpected() {
    assertThat(judge(7L).sound()).isFalse();
  }

  @Test
  void anUnknownRowMaySurviveOrNot() {
    written(1, Outcome.UNKNOWN);
    written(2, Outcome.UNKNOWN);

    RowSet rows = judge(1L);
    assertThat(rows.sound()).isTrue();
    assertThat(rows.ghosts()).containsExactly(1L);
  }

  @Test
  void aReadIsNoRow() {
    operations.add(
        new Operation(Kind.READ, 0, Instant.EPOCH, Instant.EPOCH, Outcome.ACKNOWLEDGED, ""));

    assertThat(judge().acknowledged()).isZero();
  }

  private void written(long number, Outcome outcome) {
    operations.add(new Operation(Kind.WRITE, number, Instant.EPOCH, Instant.EPOCH, outcome, ""));
  }

  private RowSet judge(Long... present) {
    return RowSet.judge(new History(operations), List.of(present));
  }
}

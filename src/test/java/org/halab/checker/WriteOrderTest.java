package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.domain.Outcome.ACKNOWLEDGED;
import static org.halab.domain.Outcome.UNKNOWN;

import java.util.List;
import org.halab.checker.WriteOrder.Violation;
import org.halab.domain.History;
import org.junit.jupiter.api.Test;

class WriteOrderTest {
  private static final History THREE =
      Histories.of(ACKNOWLEDGED, ACKNOWLEDGED, ACKNOWLEDGED).history();

  @Test
  void allRowsPresentIsInOrder() {
    assertThat(WriteOrder.judge(THREE, List.of(1L, 2L, 3L)).sound()).isTrue();
  }

  @Test
  void newestRowsLostIsStillInOrder() {
    assertThat(WriteOrder.judge(THREE, List.of(1L)).sound()).isTrue();
  }

  @Test
  void anOlderRowLostBeforeASurvivorIsNot() {
    assertThat(WriteOrder.judge(THREE, List.of(1L, 3L)).violations())
        .containsExactly(new Violation(2, 3));
  }

  @Test
  void anUnknownSurvivorCountsToo() {
    History history = Histories.of(ACKNOWLEDGED, UNKNOWN).history();

    assertThat(WriteOrder.judge(history, List.of(2L)).violations())
        .containsExactly(new Violation(1, 2));
  }

  @Test
  void writesAtTheSameTimeHaveNoOrder() {
    History history =
        new Histories().write(1, 0, 5, ACKNOWLEDGED).write(2, 1, 4, ACKNOWLEDGED).history();

    assertThat(WriteOrder.judge(history, List.of(2L)).sound()).isTrue();
  }
}

package org.halab.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void nothingMeasuredHasNoSpread() {
    assertThat(Spread.of(List.of())).isEmpty();
  }

  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).contains(new Spread(3, 2.0, 1.0, 9.0));
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).contains(new Spread(4, 3.0, 1.0, 9.0));
  }
}

package org.halab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreTest {
  @Test
  void eachHintCostsMoreThanTheOneBefore() {
    assertThat(Score.of(0, true)).isEqualTo(100);
    assertThat(Score.of(1, true)).isEqualTo(90);
    assertThat(Score.of(2, true)).isEqualTo(70);
    assertThat(Score.of(3, true)).isEqualTo(40);
  }

  @Test
  void givingUpCostsAll() {
    assertThat(Score.of(0, false)).isZero();
  }
}

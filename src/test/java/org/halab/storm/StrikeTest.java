package org.halab.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrikeTest {
  private static final Hit LONG = hit("the leader is frozen", 0, 20);
  private static final Hit SHORT = hit("the DCS is frozen", 5, 2.5);
  private final Strike strike = new Strike(List.of(LONG, SHORT));

  @Test
  void eachBeginsAndEndsInItsOwnTime() {
    assertThat(strike.turns())
        .containsExactly(
            new Strike.Turn(Duration.ZERO, LONG, true),
            new Strike.Turn(Duration.ofSeconds(5), SHORT, true),
            new Strike.Turn(Duration.ofMillis(7500), SHORT, false),
            new Strike.Turn(Duration.ofSeconds(20), LONG, false));
  }

  @Test
  void itsTableCarriesItOutAgain() {
    assertThat(strike.rows())
        .isEqualTo(
            """
            | fault | at, s | for, s |
            | the leader is frozen | 0.0 | 20.0 |
            | the DCS is frozen | 5.0 | 2.5 |""");
  }

  @Test
  void withOneFaultLessTheOthersAreAsTheyWere() {
    assertThat(strike.without(LONG).hits()).containsExactly(SHORT);
  }

  private static Hit hit(String fault, double at, double length) {
    return new Hit(
        fault, Duration.ofMillis((long) (at * 1000)), Duration.ofMillis((long) (length * 1000)));
  }
}

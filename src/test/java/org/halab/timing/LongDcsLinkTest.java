package org.halab.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.halab.domain.Settings;
import org.junit.jupiter.api.Test;

class LongDcsLinkTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN = Duration.ofSeconds(10);

  /** Patroni pings after 4 s and waits as long for the answer. */
  private static final LongDcsLink GUIDE =
      new LongDcsLink(
          new Settings(
              Duration.ofSeconds(30), TEN, TEN, Duration.ofSeconds(2), SECOND, SECOND, 1, 2));

  @Test
  void theLeadIsLostWhereAnAnswerTakesLongerThanPatroniWaits() {
    assertThat(GUIDE.leadLost(Duration.ZERO)).hasValue(0);
    assertThat(GUIDE.leadLost(Duration.ofMillis(1750))).hasValue(0);
    assertThat(GUIDE.leadLost(Duration.ofMillis(2050))).hasValue(1);
  }

  @Test
  void whereChanceDecidesNothingIsComputed() {
    assertThat(GUIDE.leadLost(Duration.ofMillis(1900))).isEmpty();
  }

  @Test
  void theEntrypointLeadsThereAsLongAsARoundIsShorterThanTheTtl() {
    // 10 s of rest and ten answers, against 30 s
    assertThat(GUIDE.served(Duration.ofMillis(900), 2)).hasValue(true);
    assertThat(GUIDE.served(Duration.ofMillis(1100), 2)).isEmpty();
    assertThat(GUIDE.served(Duration.ofMillis(900), 5)).isEmpty();
    // nine answers and two seconds
    assertThat(GUIDE.served(Duration.ofMillis(1600), 2)).hasValue(false);
    assertThat(GUIDE.served(Duration.ofMillis(2500), 2)).hasValue(false);
  }
}

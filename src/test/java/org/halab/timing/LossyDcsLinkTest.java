package org.halab.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.halab.domain.Settings;
import org.junit.jupiter.api.Test;

class LossyDcsLinkTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LossyDcsLink GUIDE =
      new LossyDcsLink(
          new Settings(
              Duration.ofSeconds(30),
              Duration.ofSeconds(10),
              Duration.ofSeconds(10),
              Duration.ofSeconds(2),
              SECOND,
              SECOND,
              1,
              2));

  @Test
  void tcpSendsAgainAfterTwiceAsLongEachTime() {
    // at 0, 0.2, 0.6, 1.4 and 3.0 s
    assertThat(LossyDcsLink.transmissions(Duration.ofSeconds(4), Duration.ofMillis(200)))
        .isEqualTo(5);
    assertThat(LossyDcsLink.transmissions(Duration.ofSeconds(5), SECOND)).isEqualTo(3);
  }

  @Test
  void aLeadIsKeptOnALinkThatLosesLittleAndLostOnOneThatLosesMuch() {
    assertThat(GUIDE.leadLost(0, MINUTE)).isZero();
    assertThat(GUIDE.leadLost(0.1, MINUTE)).isLessThan(0.0001);
    assertThat(GUIDE.leadLost(0.3, MINUTE)).isCloseTo(0.002, within(0.001));
    assertThat(GUIDE.leadLost(0.5, MINUTE)).isBetween(0.15, 0.35);
    assertThat(GUIDE.leadLost(0.7, MINUTE)).isCloseTo(0.989, within(0.005));
    assertThat(GUIDE.leadLost(1, MINUTE)).isEqualTo(1);
    assertThat(GUIDE.leadLost(1, Duration.ofSeconds(14))).isZero();
  }
}

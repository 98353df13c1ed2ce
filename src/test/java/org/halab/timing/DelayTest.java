package org.halab.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.halab.domain.Span;
import org.junit.jupiter.api.Test;

class DelayTest {
  private static final Delay ROUND = Delay.upTo(seconds(10));

  @Test
  void whatIsAlwaysTheSameIsItsOwnMean() {
    assertThat(Delay.exactly(seconds(30)).span()).isEqualTo(span(30_000, 30_000, 30_000));
  }

  @Test
  void ofWhatComesRoundHalfIsWaitedForInTheMean() {
    assertThat(ROUND.span()).isEqualTo(span(50, 5_000, 9_950));
    assertThat(Delay.between(seconds(3), seconds(6)).span().mean()).isEqualTo(millis(4_500));
  }

  @Test
  void meansAddUpAndTheHighestOfASumIsLessThanTheSumOfTheHighest() {
    Span both = ROUND.then(ROUND).span();

    assertThat(both.mean()).isEqualTo(seconds(10));
    // Of two that are independent, in one of 200 cases 20 - sqrt(2 x 0.005) x 10 is passed.
    assertThat(both.highest()).isEqualTo(millis(19_010));
    assertThat(both.lowest()).isEqualTo(millis(990));
  }

  @Test
  void keepsTheMeanThatItIsMadeAround() {
    Span around = Delay.around(millis(100), millis(300), millis(1_500)).span();

    assertThat(around.mean()).isBetween(millis(295), millis(305));
    assertThat(around.lowest()).isGreaterThanOrEqualTo(millis(100));
    assertThat(around.highest()).isBetween(millis(1_400), millis(1_500));
  }

  @Test
  void ofTwoTheSoonerCounts() {
    assertThat(Delay.exactly(seconds(60)).sooner(Delay.exactly(seconds(29))).span().mean())
        .isEqualTo(seconds(29));
    assertThat(ROUND.sooner(ROUND).span().mean())
        .as("a third of the way, of two")
        .isBetween(millis(3_320), millis(3_340));
  }

  @Test
  void aChanceOfAnotherLengthMovesTheMeanByThatShare() {
    Span either = Delay.NONE.or(0.25, Delay.exactly(seconds(4))).span();

    assertThat(either).isEqualTo(span(0, 1_000, 4_000));
  }

  @Test
  void whatBeganBeforeIsTakenOff() {
    Span expires = Delay.exactly(seconds(30)).since(Delay.upTo(seconds(4))).span();

    assertThat(expires.mean()).isEqualTo(seconds(28));
    assertThat(expires.lowest()).isBetween(seconds(26), millis(26_050));
    assertThat(expires.highest()).isBetween(millis(29_950), seconds(30));
  }

  @Test
  void whatWouldHaveBegunBeforeTakesNoTime() {
    Delay early = Delay.upTo(millis(200)).since(Delay.exactly(millis(100)));

    assertThat(early.orNone().span().lowest()).isZero();
    assertThat(early.orNone().span().mean()).as("a quarter of 100 ms").isEqualTo(millis(26));
    assertThat(Delay.exactly(millis(100)).since(Delay.exactly(seconds(1))).orNone().span())
        .isEqualTo(span(0, 0, 0));
  }

  @Test
  void noLengthIsFromMoreToLess() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Delay.between(seconds(2), seconds(1)))
        .withMessageContaining("PT2S is longer than PT1S");
  }

  private static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }

  private static Span span(long lowest, long mean, long highest) {
    return new Span(millis(lowest), millis(mean), millis(highest));
  }
}

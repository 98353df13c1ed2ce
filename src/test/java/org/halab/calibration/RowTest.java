package org.halab.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.halab.domain.Span;
import org.halab.timing.Stage;
import org.junit.jupiter.api.Test;

class RowTest {
  @Test
  void allHoldsOfWhatWasMeasuredAsComputed() {
    Row row = row(20_000, 30_000, 34_000, evenly(26_000, 33_000, 20));

    assertThat(row.underHighest()).isEqualTo(Claim.HOLDS);
    assertThat(row.tight()).isEqualTo(Claim.HOLDS);
    assertThat(row.near()).isEqualTo(Claim.HOLDS);
    assertThat(row.holds()).isTrue();
  }

  @Test
  void oneOfTwentyThatIsLongerIsMoreThanOneOfAHundred() {
    Row row = row(20_000, 30_000, 32_500, evenly(26_000, 33_000, 20));

    assertThat(row.underHighest()).isEqualTo(Claim.FAILS);
    assertThat(row.holds()).isFalse();
  }

  @Test
  void aHighestThatIsFarAboveWhatIsMeasuredIsNotTight() {
    assertThat(row(1_000, 2_000, 2_900, evenly(1_500, 2_000, 20)).tight()).isEqualTo(Claim.HOLDS);
    assertThat(row(1_000, 2_000, 3_100, evenly(1_500, 2_000, 20)).tight()).isEqualTo(Claim.FAILS);
  }

  @Test
  void aMeanThatIsOffIsAFailureIfEnoughRunsTellIt() {
    assertThat(row(0, 5_000, 10_000, evenly(3_900, 4_000, 4)).near()).isEqualTo(Claim.TOO_FEW);
    assertThat(row(0, 5_000, 10_000, evenly(3_900, 4_000, 400)).near()).isEqualTo(Claim.FAILS);
    assertThat(row(4_900, 5_000, 5_100, evenly(3_900, 4_000, 4)).near()).isEqualTo(Claim.FAILS);
    assertThat(row(0, 5_000, 10_000, evenly(4_600, 4_700, 4)).near()).isEqualTo(Claim.HOLDS);
  }

  @Test
  void clientsCannotTellLessThanTheyPause() {
    assertThat(row(0, 100, 200, evenly(0, 50, 400)).near()).isEqualTo(Claim.HOLDS);
    assertThat(row(0, 160, 200, evenly(0, 50, 400)).near()).isEqualTo(Claim.FAILS);
  }

  @Test
  void medianAndPercentileAreOfTheRunsThemselves() {
    Sample hundred = new Sample(evenly(1, 100, 100));

    assertThat(hundred.percentile95()).isEqualTo(Duration.ofMillis(95));
    assertThat(hundred.median()).isEqualTo(Duration.ofNanos(50_500_000));
    assertThat(hundred.notLonger(Duration.ofMillis(99))).isEqualTo(0.99);
    assertThat(new Sample(evenly(7, 7, 1)).percentile95()).isEqualTo(Duration.ofMillis(7));
  }

  private static Row row(long lowest, long mean, long highest, List<Duration> measured) {
    return new Row(
        "the leader is killed",
        "improved",
        Stage.WRITES_AGAIN,
        new Span(Duration.ofMillis(lowest), Duration.ofMillis(mean), Duration.ofMillis(highest)),
        new Sample(measured));
  }

  private static List<Duration> evenly(long from, long to, int count) {
    return IntStream.range(0, count)
        .mapToLong(
            i -> count == 1 ? from : from + Math.round((double) (to - from) * i / (count - 1)))
        .mapToObj(Duration::ofMillis)
        .toList();
  }
}

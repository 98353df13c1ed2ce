package org.halab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Outcome;
import org.junit.jupiter.api.Test;

class SufferingTest {
  private static final Instant BROKEN = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void beginsWithTheFirstFailureAndEndsWithTheLast() {
    Suffering suffering = of(seconds(0, 5, true), seconds(5, 15, false), seconds(15, 30, true));

    assertThat(suffering.first()).contains(BROKEN.plusSeconds(5));
    assertThat(suffering.without()).isEqualTo(Duration.ofMillis(9_500));
    assertThat(suffering.failed()).isEqualTo(10);
    assertThat(suffering.of()).isEqualTo(30);
    assertThat(suffering.ended()).isTrue();
  }

  @Test
  void whatHasNotEndedLastsUntilNow() {
    Suffering suffering = of(seconds(0, 5, true), seconds(5, 30, false));

    assertThat(suffering.without()).isEqualTo(Duration.ofSeconds(25));
    assertThat(suffering.ended()).isFalse();
  }

  @Test
  void ofWhatNobodyNoticedThereIsNone() {
    Suffering suffering = of(seconds(0, 30, true));

    assertThat(suffering.first()).isEmpty();
    assertThat(suffering.without()).isZero();
    assertThat(suffering.ended()).isTrue();
  }

  @SafeVarargs
  private static Suffering of(Stream<Operation>... parts) {
    List<Operation> all = Stream.of(parts).flatMap(one -> one).toList();
    return Suffering.of(new History(all), BROKEN, BROKEN.plusSeconds(30));
  }

  /** One a second, of half a second each. */
  private static Stream<Operation> seconds(int from, int to, boolean acknowledged) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                new Operation(
                    Operation.Kind.WRITE,
                    i,
                    BROKEN.plusSeconds(i),
                    BROKEN.plusSeconds(i).plusMillis(500),
                    acknowledged ? Outcome.ACKNOWLEDGED : Outcome.REJECTED,
                    ""));
  }
}

package org.halab.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.Operation.Kind;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Operation> operations = new ArrayList<>();

  @Test
  void lastsFromTheFirstFailureToTheFirstSuccessBegunAfterIt() {
    write(0, 1, Outcome.ACKNOWLEDGED);
    write(10, 14, Outcome.UNKNOWN);
    write(11, 12, Outcome.REJECTED);
    write(20, 21, Outcome.ACKNOWLEDGED);

    Outage outage = Outage.since(at(5), new History(operations)).orElseThrow();
    assertThat(outage.toFirstSuccess()).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void anotherClientServedAtTheLastMomentDoesNotEndIt() {
    write(10, 14, Outcome.UNKNOWN);
    write(11, 13, Outcome.ACKNOWLEDGED);
    write(15, 40, Outcome.REJECTED);
    write(41, 42, Outcome.ACKNOWLEDGED);

    Outage outage = Outage.since(at(5), new History(operations)).orElseThrow();
    assertThat(outage.toFirstSuccess()).isEqualTo(Duration.ofSeconds(32));
  }

  @Test
  void isNotOverAtTheFirstSuccess() {
    write(10, 11, Outcome.REJECTED);
    write(12, 13, Outcome.ACKNOWLEDGED);
    write(14, 17, Outcome.REJECTED);
    write(18, 19, Outcome.ACKNOWLEDGED);

    Outage outage = Outage.since(at(5), new History(operations)).orElseThrow();
    assertThat(outage.toFirstSuccess()).isEqualTo(Duration.ofSeconds(3));
    assertThat(outage.toLastFailure()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aWriteThatWasUnderWayAtTheFaultFailsByItAndNotBefore() {
    write(3, 9, Outcome.UNKNOWN);
    write(10, 11, Outcome.ACKNOWLEDGED);

    Outage outage = Outage.since(at(5), new History(operations)).orElseThrow();
    assertThat(outage.firstFailure()).isEqualTo(at(5));
    assertThat(outage.toFirstSuccess()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void whereNobodyIsServedAnyMoreAnotherOutageBegins() {
    write(10, 11, Outcome.REJECTED);
    write(12, 13, Outcome.ACKNOWLEDGED);
    write(12, 14, Outcome.REJECTED);
    write(20, 30, Outcome.REJECTED);
    write(31, 32, Outcome.ACKNOWLEDGED);

    assertThat(Outage.all(at(5), new History(operations)))
        .containsExactly(new Outage(at(10), at(13), at(11)), new Outage(at(13), at(32), at(30)));
  }

  @Test
  void isUnendedWhereClientsWereOutWhenLastHeardOf() {
    write(10, 11, Outcome.REJECTED);
    write(12, 13, Outcome.ACKNOWLEDGED);
    assertThat(Outage.unended(at(5), new History(operations))).isFalse();

    write(14, 24, Outcome.REJECTED);
    assertThat(Outage.unended(at(5), new History(operations))).isTrue();
    assertThat(Outage.all(at(5), new History(operations))).hasSize(1);
  }

  @Test
  void isNoneWhenNothingFailed() {
    write(0, 1, Outcome.ACKNOWLEDGED);

    assertThat(Outage.since(at(0), new History(operations))).isEmpty();
  }

  @Test
  void isNoneWhenNothingSucceededAgain() {
    write(0, 1, Outcome.ACKNOWLEDGED);
    write(2, 3, Outcome.REJECTED);

    assertThat(Outage.since(at(0), new History(operations))).isEmpty();
  }

  @Test
  void failuresBeforeTheMomentDoNotCount() {
    write(0, 1, Outcome.REJECTED);
    write(2, 3, Outcome.ACKNOWLEDGED);

    assertThat(Outage.since(at(2), new History(operations))).isEmpty();
  }

  private void write(int start, int end, Outcome outcome) {
    operations.add(new Operation(Kind.WRITE, operations.size(), at(start), at(end), outcome, ""));
  }

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }
}

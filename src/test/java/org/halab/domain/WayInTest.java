package org.halab.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WayInTest {
  private static final Instant FAULT = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void anOutageIsOverAtTheFirstSuccessAndMayFailAgainLater() {
    WayIn way =
        way(answered(-1), refused(1, "08001 refused"), answered(4), refused(6, "25006 read-only"));

    assertThat(way.firstSuccess(FAULT)).contains(FAULT.plusSeconds(5));
    assertThat(way.lastFailure(FAULT)).contains(FAULT.plusSeconds(7));
  }

  @Test
  void aWriteThatIsRefusedAsReadOnlyWasLedToAReplica() {
    WayIn way =
        way(
            refused(-3, "25006 cannot execute INSERT in a read-only transaction"),
            refused(1, "25006 cannot execute INSERT in a read-only transaction"),
            refused(2, "08006 broken"),
            answered(3));

    assertThat(way.ledToReplica(FAULT)).isEqualTo(1);
  }

  @Test
  void whoGoesStraightToANodeIsLedNowhere() {
    History history = new History(List.of(refused(1, "25006 read-only"), answered(3)));

    assertThat(new WayIn("straight", false, history).ledToReplica(FAULT)).isZero();
  }

  @Test
  void whereNothingFailedThereIsNoOutage() {
    WayIn way = way(answered(-1), answered(1));

    assertThat(way.firstSuccess(FAULT)).isEmpty();
    assertThat(way.lastFailure(FAULT)).isEmpty();
  }

  @Test
  void aWayWorksThatDidAfterItsLastFailureOrNeverFailed() {
    assertThat(way(refused(1, "08001 refused"), answered(4)).works(FAULT)).isTrue();
    assertThat(way(answered(-1), answered(1)).works(FAULT)).isTrue();
    assertThat(way(answered(-1)).works(FAULT)).isFalse();
    assertThat(way(answered(-1), refused(1, "08001 refused")).works(FAULT)).isFalse();
  }

  @Test
  void whatIsLateIsHeldAgainstAnotherWayAndThePausesOfBoth() {
    WayIn way = way(answered(-1), refused(1, "08001 refused"), answered(3), answered(5));
    WayIn direct = way(answered(-1), refused(0, "25006 read-only"), answered(1), answered(2));

    assertThat(way.servedAfter(FAULT)).contains(Duration.ofSeconds(4));
    assertThat(way.asLateAs(direct, 1.5, FAULT)).contains(Duration.ofSeconds(3 + 2 + 1));
    assertThat(way.asLateAs(way(answered(1)), 1.5, FAULT)).isEmpty();
  }

  private static WayIn way(Operation... operations) {
    return new WayIn("entrypoint", true, new History(List.of(operations)));
  }

  private static Operation answered(int second) {
    return operation(second, Outcome.ACKNOWLEDGED, "");
  }

  private static Operation refused(int second, String error) {
    return operation(second, Outcome.REJECTED, error);
  }

  private static Operation operation(int second, Outcome outcome, String error) {
    Instant start = FAULT.plusSeconds(second);
    return new Operation(
        Operation.Kind.WRITE, second + 10, start, start.plusSeconds(1), outcome, error);
  }
}

package org.halab.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class WaitTest {
  private static final Deadline SHORT =
      new Deadline(
          Message.text("test deadline"), Duration.ofMillis(400), Message.text("2 x 0.2 s"));

  private static final Deadline LONG =
      new Deadline(Message.text("long deadline"), Duration.ofMinutes(1), Message.text("1 min"));

  private final Wait wait = new Wait(() -> "All logs: here");

  @Test
  void returnsWhatWasSeenAndAfterHowLong() {
    AtomicInteger looks = new AtomicInteger();

    Observed<Integer> seen =
        wait.until(LONG, Message.text("two looks"), looks::incrementAndGet, count -> count == 2);

    assertThat(seen.value()).isEqualTo(2);
    assertThat(seen.after()).isPositive().isLessThan(LONG.limit());
  }

  @Test
  void tellsWhatWasExpectedWhatWasSeenForHowLongAndWhereToLook() {
    assertThatThrownBy(
            () -> wait.until(SHORT, Message.text("a leader"), () -> "no leader", "leader"::equals))
        .isInstanceOf(NotInTime.class)
        .hasMessageContaining("Expected a leader within the test deadline (0.4 s = 2 x 0.2 s)")
        .hasMessageContaining("Last seen, after 0.")
        .hasMessageContaining("no leader")
        .hasMessageContaining("All logs: here");
  }

  @Test
  void endsWhenThereIsNoHopeLeft() {
    AtomicInteger looks = new AtomicInteger();

    assertThatThrownBy(
            () ->
                wait.whileThereIsHope(
                    () ->
                        looks.get() < 2
                            ? Optional.empty()
                            : Optional.of(Message.text("another one failed")),
                    () ->
                        wait.until(
                            LONG,
                            Message.text("a leader"),
                            looks::incrementAndGet,
                            count -> false)))
        .isInstanceOf(NotInTime.class)
        .hasMessageContaining("Expected a leader within the long deadline")
        .hasMessageContaining("given up after 0.")
        .hasMessageContaining("another one failed");
    assertThat(looks).hasValue(2);
    assertThat(
            wait.until(LONG, Message.text("a look"), looks::incrementAndGet, count -> true).value())
        .isEqualTo(3);
  }

  @Test
  void anExpectationThatHasToAskAndIsNotAnsweredIsNotYet() {
    AtomicInteger looks = new AtomicInteger();

    Observed<Integer> seen =
        wait.until(
            LONG,
            Message.text("an answer"),
            looks::incrementAndGet,
            count -> {
              if (count == 1) {
                throw new IllegalStateException("no answer");
              }
              return true;
            });

    assertThat(seen.value()).isEqualTo(2);
  }

  @Test
  void aLookThatFailsIsNotYet() {
    AtomicInteger looks = new AtomicInteger();

    Observed<String> seen =
        wait.until(
            LONG,
            Message.text("an answer"),
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new IOException("connection refused");
              }
              return "yes";
            },
            "yes"::equals);

    assertThat(seen.value()).isEqualTo("yes");
  }

  @Test
  void theLastFailedLookIsTold() {
    assertThatThrownBy(
            () ->
                wait.until(
                    SHORT,
                    Message.text("an answer"),
                    () -> {
                      throw new IOException("connection\n refused");
                    }))
        .isInstanceOf(NotInTime.class)
        .hasMessageContaining("connection / refused");
  }

  @Test
  void aListenerIsToldOfTheBeginningAndTheEndHoweverItEnds() {
    List<String> told = new ArrayList<>();
    Wait.tell(
        new WaitListener() {
          @Override
          public void begins(Waiting waiting) {
            told.add("begins " + waiting.expectation() + ", " + waiting.deadline().name());
          }

          @Override
          public void ends(Waiting waiting) {
            told.add("ends " + waiting.expectation());
          }
        });
    try {
      wait.until(SHORT, Message.text("an answer"), () -> true);
      assertThatThrownBy(() -> wait.until(SHORT, Message.text("a leader"), () -> false))
          .isInstanceOf(NotInTime.class);
    } finally {
      Wait.tell(WaitListener.NOBODY);
    }

    assertThat(told)
        .containsExactly(
            "begins an answer, test deadline",
            "ends an answer",
            "begins a leader, test deadline",
            "ends a leader");
  }

  @Test
  void tellsForHowLongItWaitsAndMayWait() {
    Instant since = Instant.parse("2025-01-01T00:00:00Z");
    Deadline deadline =
        new Deadline(
            Message.text("some deadline"), Duration.ofSeconds(40), Message.text("ttl + 10 s"));

    assertThat(
            new Waiting(Message.text("a leader"), deadline, since).soFar(since.plusMillis(12_900)))
        .hasToString("12 s of at most 40 s");
  }
}

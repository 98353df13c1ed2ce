package org.halab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Waiting;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
  private static final Deadline DEADLINE =
      new Deadline(
          Message.text("some deadline"), Duration.ofSeconds(40), Message.text("ttl + 10 s"));

  private final Activities activities = new Activities();

  @Test
  void aWaitBelongsToTheFeatureOfItsThread() throws InterruptedException {
    activities.scenario("this feature", "a scenario");
    activities.step("a step");
    Thread other =
        new Thread(
            () -> {
              activities.scenario("other feature", "another scenario");
              activities.begins(waiting("a leader"));
            });
    other.start();
    other.join();

    assertThat(activities.glimpses())
        .extracting(Glimpse::feature)
        .containsExactlyInAnyOrder("this feature", "other feature");
    assertThat(activities.glimpses())
        .filteredOn(glimpse -> glimpse.waiting().isPresent())
        .extracting(Glimpse::feature)
        .containsExactly("other feature");
  }

  @Test
  void theInnermostWaitIsTold() {
    Waiting outer = waiting("a running cluster");
    Waiting inner = waiting("a leader");
    activities.scenario("a feature", "a scenario");

    activities.begins(outer);
    activities.begins(inner);
    assertThat(activities.glimpses().get(0).waiting()).contains(inner);
    activities.ends(inner);
    assertThat(activities.glimpses().get(0).waiting()).contains(outer);
    activities.ends(outer);
    assertThat(activities.glimpses().get(0).waiting()).isEmpty();
  }

  @Test
  void whatRunsNoFeatureIsNotTold() {
    activities.begins(waiting("a leader"));
    activities.step("a step");

    assertThat(activities.glimpses()).isEmpty();
  }

  @Test
  void whatHasEndedIsNotTold() {
    activities.scenario("a feature", "a scenario");
    activities.ended();

    assertThat(activities.glimpses()).isEmpty();
  }

  private static Waiting waiting(String expectation) {
    return new Waiting(Message.text(expectation), DEADLINE, Instant.EPOCH);
  }
}

package org.halab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Waiting;
import org.junit.jupiter.api.Test;

class GlimpseTest {
  private static final Instant SINCE = Instant.parse("2025-01-01T00:00:00Z");
  private static final Deadline DEADLINE =
      new Deadline(
          Message.text("some deadline"), Duration.ofSeconds(40), Message.text("ttl + 10 s"));

  @Test
  void tellsWhatItWaitsForHowLongAndWhoLeads() {
    Waiting waiting =
        new Waiting(Message.text("the same rows:\n id\n----\n"), DEADLINE, SINCE.plusSeconds(3));

    assertThat(glimpse(Optional.of(waiting), "postgresql1").progress(SINCE.plusSeconds(15)))
        .isEqualTo("waits 12 s of at most 40 s · leader: postgresql1 · for the same rows");
  }

  @Test
  void tellsForHowLongItWorksWhereItWaitsForNothing() {
    assertThat(glimpse(Optional.empty(), "").progress(SINCE.plusSeconds(7))).isEqualTo("works 7 s");
  }

  private static Glimpse glimpse(Optional<Waiting> waiting, String leader) {
    return new Glimpse("a feature", "a scenario", "a step", SINCE, waiting, leader);
  }
}

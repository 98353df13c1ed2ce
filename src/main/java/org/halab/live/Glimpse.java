package org.halab.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.timing.Waiting;

/**
 * What one feature is at, at one moment.
 *
 * @param step its words; empty between steps
 * @param since when the step began
 * @param leader the member that leads, what was answered instead, or empty where nobody was asked
 */
public record Glimpse(
    String feature,
    String scenario,
    String step,
    Instant since,
    Optional<Waiting> waiting,
    String leader) {

  /** Where it is: {@code feature › scenario}. */
  public String place() {
    return feature + " › " + scenario;
  }

  /** For how long it works or waits, and may still wait; who leads; and what it waits for. */
  public String progress(Instant now) {
    Message time =
        waiting
            .map(one -> Message.of("live.waits").with("time", one.soFar(now)))
            .orElseGet(
                () ->
                    Message.of("live.works")
                        .with("seconds", Duration.between(since, now).toSeconds()));
    return time
        + (leader.isEmpty() ? "" : " · " + Message.of("live.leader").with("leader", leader))
        + waiting
            .map(
                one ->
                    " · "
                        + Message.of("live.for")
                            .with("expectation", firstLine(one.expectation().toString())))
            .orElse("");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").replaceAll("[:,]$", "");
  }
}

package org.halab.timing;

import java.time.Duration;
import java.time.Instant;
import org.halab.domain.Durations;

/**
 * A wait that is under way.
 *
 * @param expectation completes the sentence "waits for …"
 */
public record Waiting(String expectation, Deadline deadline, Instant since) {
  /** For how long it waits, and how long it may at the most: {@code 12 s of at most 40 s}. */
  public String soFar(Instant now) {
    return "%s of at most %s"
        .formatted(
            Durations.wholeSeconds(Duration.between(since, now)),
            Durations.wholeSeconds(deadline.limit()));
  }
}

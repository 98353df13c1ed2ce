package org.halab.domain;

import java.time.Duration;

/**
 * What a length of time is computed to be.
 *
 * @param lowest one run in two hundred is shorter
 * @param mean of very many runs
 * @param highest one run in two hundred is longer
 */
public record Span(Duration lowest, Duration mean, Duration highest) {
  @Override
  public String toString() {
    return "%s – %s – %s"
        .formatted(
            Durations.plainSeconds(lowest),
            Durations.plainSeconds(mean),
            Durations.plainSeconds(highest));
  }
}

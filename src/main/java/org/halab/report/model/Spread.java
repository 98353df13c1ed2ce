package org.halab.report.model;

import java.util.List;
import java.util.Optional;

/**
 * Several measurements of one thing, in seconds.
 *
 * @param median the middle one, or the mean of the two in the middle
 */
public record Spread(int count, double median, double least, double most) {
  /** Empty if nothing was measured. */
  public static Optional<Spread> of(List<Double> seconds) {
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    int size = sorted.size();
    return Optional.of(
        new Spread(
            size,
            (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2,
            sorted.get(0),
            sorted.get(size - 1)));
  }
}

package org.halab.calibration;

import java.time.Duration;
import java.util.List;

/**
 * How long the same thing took in several runs.
 *
 * @param lengths from the shortest to the longest; at least one
 */
record Sample(List<Duration> lengths) {
  Sample {
    lengths = lengths.stream().sorted().toList();
    if (lengths.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
  }

  int count() {
    return lengths.size();
  }

  Duration least() {
    return lengths.get(0);
  }

  Duration most() {
    return lengths.get(count() - 1);
  }

  /** The middle one, or the mean of the two in the middle. */
  Duration median() {
    return lengths.get((count() - 1) / 2).plus(lengths.get(count() / 2)).dividedBy(2);
  }

  /** The shortest of those that 95 of 100 are not longer than. */
  Duration percentile95() {
    return lengths.get((95 * count() + 99) / 100 - 1);
  }

  /** The share that is not longer than this. */
  double notLonger(Duration than) {
    return (double) lengths.stream().filter(one -> one.compareTo(than) <= 0).count() / count();
  }
}

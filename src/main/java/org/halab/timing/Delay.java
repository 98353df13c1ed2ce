package org.halab.timing;

import java.time.Duration;
import java.util.Arrays;
import org.halab.domain.Span;

/**
 * A length of time in which chance has a part: how likely each length is, in steps of 10 ms. Two
 * that follow one another are taken to be independent, so that both are hardly ever at their
 * longest: the highest of a sum is read from the sum's own distribution, and is less than the sum
 * of the highest.
 */
public final class Delay {
  private static final Duration STEP = Duration.ofMillis(10);

  /** What remains of the runs below the lowest, and above the highest. */
  private static final double TAIL = 0.005;

  public static final Delay NONE = exactly(Duration.ZERO);

  /** The shortest, in steps. */
  private final int first;

  /** How likely the shortest is, and each that is one step longer; together 1. */
  private final double[] chances;

  private Delay(int first, double[] chances) {
    this.first = first;
    this.chances = chances;
  }

  /** Always the same. */
  public static Delay exactly(Duration length) {
    return new Delay(steps(length), new double[] {1});
  }

  /** Each length from one to the other as likely: what is waited for comes round by itself. */
  public static Delay between(Duration from, Duration to) {
    int count = steps(to) - steps(from) + 1;
    if (count < 1) {
      throw new IllegalArgumentException(from + " is longer than " + to);
    }
    double[] even = new double[count];
    Arrays.fill(even, 1.0 / count);
    return new Delay(steps(from), even);
  }

  /** The wait for something that comes round at this interval. */
  public static Delay upTo(Duration interval) {
    return between(Duration.ZERO, interval);
  }

  /** With this mean; each length below it is as likely, and so is each above it. */
  public static Delay around(Duration lowest, Duration mean, Duration highest) {
    double range = highest.minus(lowest).toMillis();
    return between(lowest, mean).or(mean.minus(lowest).toMillis() / range, between(mean, highest));
  }

  /** Both, one after the other. */
  public Delay then(Delay next) {
    double[] sums = new double[chances.length + next.chances.length - 1];
    for (int i = 0; i < chances.length; i++) {
      for (int j = 0; j < next.chances.length; j++) {
        sums[i + j] += chances[i] * next.chances[j];
      }
    }
    return new Delay(first + next.first, sums);
  }

  /** Less another, which began before it: with a heartbeat, time passed since the last one. */
  public Delay since(Delay earlier) {
    double[] backwards = new double[earlier.chances.length];
    for (int i = 0; i < backwards.length; i++) {
      backwards[i] = earlier.chances[backwards.length - 1 - i];
    }
    return then(new Delay(-(earlier.first + backwards.length - 1), backwards));
  }

  /** What would have begun before it could takes no time at all. */
  public Delay orNone() {
    if (first >= 0) {
      return this;
    }
    double[] later = new double[Math.max(last(), 0) + 1];
    for (int i = 0; i < chances.length; i++) {
      later[Math.max(0, first + i)] += chances[i];
    }
    return new Delay(0, later);
  }

  /** Whichever of both comes sooner. */
  public Delay sooner(Delay other) {
    int from = Math.min(first, other.first);
    int to = Math.min(last(), other.last());
    double[] least = new double[to - from + 1];
    for (int step = from; step <= to; step++) {
      least[step - from] =
          beyond(step - 1) * other.beyond(step - 1) - beyond(step) * other.beyond(step);
    }
    return new Delay(from, least);
  }

  /**
   * This one, or with a certain chance another instead.
   *
   * @param chance of the other, from 0 to 1
   */
  public Delay or(double chance, Delay other) {
    int from = Math.min(first, other.first);
    int to = Math.max(last(), other.last());
    double[] either = new double[to - from + 1];
    for (int step = from; step <= to; step++) {
      either[step - from] = (1 - chance) * at(step) + chance * other.at(step);
    }
    return new Delay(from, either);
  }

  public Span span() {
    double mean = 0;
    for (int i = 0; i < chances.length; i++) {
      mean += chances[i] * (first + i);
    }
    return new Span(
        length(quantile(TAIL)),
        Duration.ofMillis(Math.round(Math.max(0, mean) * STEP.toMillis())),
        length(quantile(1 - TAIL)));
  }

  /** The shortest length that so great a share is not longer than. */
  private int quantile(double share) {
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      sum += chances[i];
      if (sum >= share - 1e-9) {
        return first + i;
      }
    }
    return last();
  }

  private int last() {
    return first + chances.length - 1;
  }

  private double at(int step) {
    return step < first || step > last() ? 0 : chances[step - first];
  }

  /** How likely it is longer than so many steps. */
  private double beyond(int step) {
    double sum = 0;
    for (int i = Math.max(0, step + 1 - first); i < chances.length; i++) {
      sum += chances[i];
    }
    return sum;
  }

  private static int steps(Duration length) {
    return Math.toIntExact(Math.round((double) length.toMillis() / STEP.toMillis()));
  }

  private static Duration length(int steps) {
    return STEP.multipliedBy(Math.max(0, steps));
  }
}

package org.halab.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How the lab writes a length of time. */
public final class Durations {
  private Durations() {}

  /** Seconds with one decimal: {@code 10.5 s}. */
  public static String seconds(Duration duration) {
    return plainSeconds(duration) + " s";
  }

  /** The same without the unit: {@code 10.5}. */
  public static String plainSeconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }

  /** Whole seconds, cut off: {@code 10 s}. */
  public static String wholeSeconds(Duration duration) {
    return duration.toSeconds() + " s";
  }

  /** Seconds from one moment to another, with one decimal and without the unit. */
  public static String offset(Instant from, Instant to) {
    return plainSeconds(Duration.between(from, to));
  }
}

package org.halab.domain;

import java.time.Duration;
import java.util.Locale;

/** How the lab writes a length of time. */
public final class Durations {
  private Durations() {}

  /** Seconds with one decimal: {@code 10.5 s}. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /** Whole seconds, cut off: {@code 10 s}. */
  public static String wholeSeconds(Duration duration) {
    return duration.toSeconds() + " s";
  }
}

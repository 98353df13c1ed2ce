package org.halab.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A part of an outage, named by what clients waited for in it. */
public record Phase(String name, Instant from, Instant to) {
  /**
   * The fault is there, and clients do not feel it yet: the only one that is no part of an outage.
   */
  public static final String STILL_SERVED = "still served";

  /** The names of all, as the phases follow each other. */
  public static final List<String> IN_ORDER =
      List.of(
          STILL_SERVED, "lock held", "election", "promotion", "entrypoint switch", "first write");

  public Duration length() {
    return Duration.between(from, to);
  }
}

package org.halab.domain;

import java.time.Duration;
import java.time.Instant;

/** A part of an outage, named by what clients waited for in it. */
public record Phase(String name, Instant from, Instant to) {
  public Duration length() {
    return Duration.between(from, to);
  }
}

package org.halab.domain;

import java.time.Duration;
import java.util.Optional;

/**
 * What somebody expected of a fault before it was made.
 *
 * @param leads who leads after it; empty if nothing was said of that
 * @param withoutWrites for how long no write succeeds; empty if nothing was said of that
 */
public record Guess(Optional<Leads> leads, Optional<Duration> withoutWrites) {
  /** Who leads after a fault, before anybody heals it. */
  public enum Leads {
    SAME,
    OTHER,
    NOBODY
  }

  public boolean isEmpty() {
    return leads.isEmpty() && withoutWrites.isEmpty();
  }
}

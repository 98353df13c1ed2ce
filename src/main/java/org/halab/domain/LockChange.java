package org.halab.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of the leader lock.
 *
 * @param at when it was first seen
 * @param lock what holds from then on; empty if nobody holds it
 * @param end how the lock before it ended, as far as the DCS itself tells
 */
public record LockChange(Instant at, Optional<LeaderLock> lock, LockEnd end) {
  /** Where the DCS itself does not tell how the lock before it ended, or there was none. */
  public LockChange(Instant at, Optional<LeaderLock> lock) {
    this(at, lock, LockEnd.UNCLEAR);
  }
}

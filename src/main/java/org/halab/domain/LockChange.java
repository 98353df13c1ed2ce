package org.halab.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of the leader lock.
 *
 * @param at when it was first seen
 * @param lock what holds from then on; empty if nobody holds it
 */
public record LockChange(Instant at, Optional<LeaderLock> lock) {}

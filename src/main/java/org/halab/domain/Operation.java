package org.halab.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One operation of one client.
 *
 * @param number of a write: the row's number, used once; of a read: 0
 * @param error what the client was told when it was not acknowledged, else empty
 * @param by who answered, if the answer told: a read's does
 */
public record Operation(
    Kind kind,
    long number,
    Instant start,
    Instant end,
    Outcome outcome,
    String error,
    Optional<Answerer> by) {
  /** What the client wanted. */
  public enum Kind {
    READ,
    WRITE
  }

  /** Whose answer does not tell who gave it. */
  public Operation(
      Kind kind, long number, Instant start, Instant end, Outcome outcome, String error) {
    this(kind, number, start, end, outcome, error, Optional.empty());
  }

  /** The same, answered by that one. */
  public Operation by(Answerer one) {
    return new Operation(kind, number, start, end, outcome, error, Optional.of(one));
  }

  public boolean acknowledged() {
    return outcome == Outcome.ACKNOWLEDGED;
  }
}

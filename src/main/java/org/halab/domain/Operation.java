package org.halab.domain;

import java.time.Instant;

/**
 * One operation of one client.
 *
 * @param number of a write: the row's number, used once; of a read: 0
 * @param error what the client was told when it was not acknowledged, else empty
 */
public record Operation(
    Kind kind, long number, Instant start, Instant end, Outcome outcome, String error) {
  /** What the client wanted. */
  public enum Kind {
    READ,
    WRITE
  }

  public boolean acknowledged() {
    return outcome == Outcome.ACKNOWLEDGED;
  }
}

package org.halab.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long clients were without the database. It is not over at the first success: some entrypoints
 * fail again after it.
 *
 * @param firstFailure start of the first operation that failed
 * @param firstSuccess end of the first acknowledged operation begun when a failure was known
 * @param lastFailure end of the last operation that failed
 */
public record Outage(Instant firstFailure, Instant firstSuccess, Instant lastFailure) {

  /**
   * The outage in a history since a moment; empty if nothing failed, or nothing succeeded again.
   *
   * <p>Clients overlap: while the first one to fail still waits, another may be served at the last
   * moment. So a success ends the outage only if it began after somebody had been told of a
   * failure.
   */
  public static Optional<Outage> since(Instant moment, History history) {
    List<Operation> failures = history.failuresSince(moment);
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    Instant first = failures.stream().map(Operation::start).min(Instant::compareTo).orElseThrow();
    Instant last = failures.get(failures.size() - 1).end();
    Instant known = failures.get(0).end();
    return history.firstSuccessSince(known).map(success -> new Outage(first, success.end(), last));
  }

  public Duration toFirstSuccess() {
    return Duration.between(firstFailure, firstSuccess);
  }

  public Duration toLastFailure() {
    return Duration.between(firstFailure, lastFailure);
  }
}

package org.halab.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long clients were without the database. It is not over at the first success: some entrypoints
 * fail again after it.
 *
 * @param firstFailure start of the first operation that failed; one that was under way at the
 *     moment that the outage is looked for from failed by what happened then, not before
 * @param firstSuccess end of the first acknowledged operation begun when a failure was known
 * @param lastFailure end of the last operation that failed, unless nobody was served any more in
 *     between: what failed since is another outage
 */
public record Outage(Instant firstFailure, Instant firstSuccess, Instant lastFailure) {

  /** Longer than clients wait on their own, twice: if none is served for so long, all are out. */
  private static final Duration ALL_OUT = Duration.ofSeconds(10);

  /** All outages since a moment that were over, one after the other. */
  public static List<Outage> all(Instant moment, History history) {
    List<Outage> all = new ArrayList<>();
    Optional<Outage> next = since(moment, history);
    while (next.isPresent()) {
      all.add(next.get());
      next =
          history
              .failingFrom(next.get().firstSuccess(), ALL_OUT)
              .flatMap(again -> since(again, history));
    }
    return all;
  }

  /** Whether clients were out when they were last heard of. */
  public static boolean unended(Instant moment, History history) {
    List<Outage> all = all(moment, history);
    return all.isEmpty()
        ? !history.failuresSince(moment).isEmpty()
        : history.failingFrom(all.get(all.size() - 1).firstSuccess(), ALL_OUT).isPresent();
  }

  /**
   * The first outage in a history since a moment; empty if nothing failed, or nothing succeeded
   * again.
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
    Instant known = failures.get(0).end();
    return history
        .firstSuccessSince(known)
        .map(
            success ->
                new Outage(
                    first.isBefore(moment) ? moment : first,
                    success.end(),
                    lastOf(failures, history.failingFrom(success.end(), ALL_OUT))));
  }

  private static Instant lastOf(List<Operation> failures, Optional<Instant> again) {
    return failures.stream()
        .map(Operation::end)
        .filter(end -> again.filter(end::isAfter).isEmpty())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  public Duration toFirstSuccess() {
    return Duration.between(firstFailure, firstSuccess);
  }

  public Duration toLastFailure() {
    return Duration.between(firstFailure, lastFailure);
  }
}

package org.halab.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Outage;

/**
 * What clients noticed of an incident.
 *
 * @param first when the first operation that failed had begun; empty if none did
 * @param failed how many operations failed
 * @param of how many there were
 * @param without how long they were without the database, all outages together
 * @param ended whether they were served again at the end
 */
public record Suffering(
    Optional<Instant> first, long failed, long of, Duration without, boolean ended) {

  /**
   * @param history of the clients, from before it until the end
   * @param broken when it happened
   * @param end the last moment that is looked at
   */
  public static Suffering of(History history, Instant broken, Instant end) {
    List<Operation> failures = history.failuresSince(broken);
    List<Outage> outages = Outage.all(broken, history);
    boolean unended = Outage.unended(broken, history);
    Duration without =
        outages.stream().map(Outage::toLastFailure).reduce(Duration.ZERO, Duration::plus);
    return new Suffering(
        failures.stream().map(Operation::start).min(Instant::compareTo),
        failures.size(),
        history.endedIn(broken, Instant.MAX).operations().size(),
        unended ? without.plus(lasting(outages, failures, end)) : without,
        !unended);
  }

  /** From the beginning of the outage that has not ended. */
  private static Duration lasting(List<Outage> outages, List<Operation> failures, Instant end) {
    Instant over = outages.isEmpty() ? Instant.MIN : outages.get(outages.size() - 1).lastFailure();
    return failures.stream()
        .map(Operation::start)
        .filter(start -> !start.isBefore(over))
        .min(Instant::compareTo)
        .map(from -> Duration.between(from, end))
        .orElse(Duration.ZERO);
  }
}

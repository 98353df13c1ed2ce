package org.halab.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of clients that each connected anew, by one way to the database.
 *
 * @param name of the way, as a table shows it
 * @param chosen whether somebody chooses the node that a client is led to
 * @param history one write of each client
 */
public record WayIn(String name, boolean chosen, History history) {
  /** The name of the way that nothing but the new leader itself can be slow on. */
  public static final String DIRECT = "straight to the new leader";

  /** SQLSTATE read_only_sql_transaction: a replica was asked to write. */
  private static final String READ_ONLY = "25006";

  /**
   * When a write succeeded again after the first that failed since a moment; empty if none failed,
   * or none succeeded again.
   */
  public Optional<Instant> firstSuccess(Instant since) {
    return Outage.since(since, history).map(Outage::firstSuccess);
  }

  /** How long after a moment that was; empty if none failed, or none succeeded again. */
  public Optional<Duration> servedAfter(Instant since) {
    return firstSuccess(since).map(at -> Duration.between(since, at));
  }

  /**
   * When clients of this way are served, if that is so many times as late as those of another way.
   * Clients come one after the other, so a pause of each way is more than can be told apart.
   *
   * @return time from {@code since}; empty if the other way's clients were not served again
   */
  public Optional<Duration> asLateAs(WayIn other, double times, Instant since) {
    Duration pauses = every().orElse(Duration.ZERO).plus(other.every().orElse(Duration.ZERO));
    return other
        .servedAfter(since)
        .map(late -> Duration.ofNanos(Math.round(late.toNanos() * times)).plus(pauses));
  }

  /** Whether a write succeeded since a moment, after those that failed, if any did. */
  public boolean works(Instant since) {
    return firstSuccess(since).isPresent()
        || lastFailure(since).isEmpty()
            && history.operations().stream()
                .anyMatch(one -> one.acknowledged() && one.start().isAfter(since));
  }

  /** When the last attempt that failed since a moment ended; empty if none failed. */
  public Optional<Instant> lastFailure(Instant since) {
    return history.failuresSince(since).stream().map(Operation::end).max(Comparator.naturalOrder());
  }

  /** The usual time from one client to the next; empty if there were not two. */
  public Optional<Duration> every() {
    List<Instant> starts = history.operations().stream().map(Operation::start).sorted().toList();
    List<Duration> apart = new ArrayList<>();
    for (int i = 1; i < starts.size(); i++) {
      apart.add(Duration.between(starts.get(i - 1), starts.get(i)));
    }
    return apart.stream().sorted().skip(apart.size() / 2).findFirst();
  }

  /** How many attempts were led to a node that takes no writes, since a moment. */
  public long ledToReplica(Instant since) {
    return refusedByReplica(since).count();
  }

  /** When the last of them ended; empty if there was none. */
  public Optional<Instant> lastLedToReplica(Instant since) {
    return refusedByReplica(since).map(Operation::end).max(Comparator.naturalOrder());
  }

  private Stream<Operation> refusedByReplica(Instant since) {
    return !chosen
        ? Stream.empty()
        : history.failuresSince(since).stream().filter(one -> one.error().startsWith(READ_ONLY));
  }
}

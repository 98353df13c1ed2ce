package org.halab.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All operations of all clients, in the order of their ends. */
public record History(List<Operation> operations) {
  public History {
    operations = operations.stream().sorted(Comparator.comparing(Operation::end)).toList();
  }

  public History of(Operation.Kind kind) {
    return new History(operations.stream().filter(one -> one.kind() == kind).toList());
  }

  public Set<Long> numbers(Outcome outcome) {
    return writes()
        .filter(one -> one.outcome() == outcome)
        .map(Operation::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first operation that was acknowledged after having begun at this moment or later. */
  public Optional<Operation> firstSuccessSince(Instant moment) {
    return operations.stream()
        .filter(Operation::acknowledged)
        .filter(one -> !one.start().isBefore(moment))
        .findFirst();
  }

  /** The operations that failed after this moment. */
  public List<Operation> failuresSince(Instant moment) {
    return operations.stream()
        .filter(one -> !one.acknowledged())
        .filter(one -> one.end().isAfter(moment))
        .toList();
  }

  /** The operations that ended after a moment, and at another one or before. */
  public History endedIn(Instant after, Instant until) {
    return new History(
        operations.stream()
            .filter(one -> one.end().isAfter(after) && !one.end().isAfter(until))
            .toList());
  }

  /** The longest time without a success, from a moment on; also where nothing failed. */
  public Duration longestPauseSince(Instant moment) {
    Instant last = moment;
    Duration longest = Duration.ZERO;
    for (Operation one : operations) {
      if (one.acknowledged() && one.end().isAfter(moment)) {
        Duration pause = Duration.between(last, one.end());
        longest = pause.compareTo(longest) > 0 ? pause : longest;
        last = one.end();
      }
    }
    return longest;
  }

  /** How many operations were acknowledged in a second, from the first until a moment. */
  public double acknowledgedPerSecondUntil(Instant moment) {
    List<Operation> before =
        operations.stream()
            .filter(Operation::acknowledged)
            .filter(one -> !one.end().isAfter(moment))
            .toList();
    return before.isEmpty()
        ? 0
        : before.size() * 1000.0 / Duration.between(before.get(0).end(), moment).toMillis();
  }

  /**
   * How long the middle one of those acknowledged took.
   *
   * @throws IllegalStateException if none was
   */
  public Duration medianTime() {
    List<Duration> times =
        operations.stream()
            .filter(Operation::acknowledged)
            .map(one -> Duration.between(one.start(), one.end()))
            .sorted()
            .toList();
    if (times.isEmpty()) {
      throw new IllegalStateException("Nothing was acknowledged");
    }
    return times.get(times.size() / 2);
  }

  /**
   * The first moment, at a success or at the given one, from which on for longer than a length of
   * time nothing but failures came; empty if there is none.
   */
  Optional<Instant> failingFrom(Instant moment, Duration length) {
    Instant served = moment;
    Instant failed = moment;
    for (Operation one : endedIn(moment, Instant.MAX).operations()) {
      if (one.acknowledged()) {
        if (failed.isAfter(served) && longer(served, one.end(), length)) {
          return Optional.of(served);
        }
        served = one.end();
      } else {
        failed = one.end();
      }
    }
    return longer(served, failed, length) ? Optional.of(served) : Optional.empty();
  }

  private static boolean longer(Instant from, Instant to, Duration length) {
    return Duration.between(from, to).compareTo(length) > 0;
  }

  public long count(Outcome outcome) {
    return operations.stream().filter(one -> one.outcome() == outcome).count();
  }

  private Stream<Operation> writes() {
    return operations.stream().filter(one -> one.kind() == Operation.Kind.WRITE);
  }
}

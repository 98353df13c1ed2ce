package org.halab.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one part of the cluster was seen to be, from when to when.
 *
 * @param name the part: a member, a service, a server behind the entrypoint
 * @param changes in order; the first is what held when the watching began
 */
public record Lane(String name, Kind kind, List<Change> changes) {
  /** What is seen of a part that does not answer. */
  public static final String NO_ANSWER = "no answer";

  /** What the lane tells of its part. */
  public enum Kind {
    /** What the node's Patroni says that its PostgreSQL is. */
    ROLE,
    /** Who holds the leader key. */
    LOCK,
    /** What the entrypoint thinks of a server. */
    SERVER,
    /** The container, as the engine tells it. */
    CONTAINER
  }

  /** From this moment on the part was seen to be this. */
  public record Change(Instant at, String value) {}

  public Lane {
    changes = List.copyOf(changes);
  }

  /** The first time after a moment that the part was seen to become this. */
  public Optional<Instant> became(String value, Instant after) {
    return changes.stream()
        .filter(change -> change.at().isAfter(after) && change.value().equals(value))
        .map(Change::at)
        .findFirst();
  }

  /** For how long at a stretch the part did not answer between two moments; zero if it did. */
  public Duration longestSilence(Instant from, Instant to) {
    return silence(from, to).map(Phase::length).orElse(Duration.ZERO);
  }

  /** When that was; empty if the part answered all the time. */
  public Optional<Phase> silence(Instant from, Instant to) {
    Optional<Phase> longest = Optional.empty();
    for (int i = 0; i < changes.size(); i++) {
      Instant begin = changes.get(i).at();
      Instant end = i + 1 < changes.size() ? changes.get(i + 1).at() : to;
      begin = begin.isBefore(from) ? from : begin;
      end = end.isAfter(to) ? to : end;
      if (changes.get(i).value().equals(NO_ANSWER) && begin.isBefore(end)) {
        Phase silence = new Phase(NO_ANSWER, begin, end);
        longest =
            longest
                .filter(before -> before.length().compareTo(silence.length()) >= 0)
                .or(() -> Optional.of(silence));
      }
    }
    return longest;
  }

  /** What held at a moment; empty before the watching began. */
  public Optional<String> at(Instant moment) {
    return changes.stream()
        .filter(change -> !change.at().isAfter(moment))
        .reduce((earlier, later) -> later)
        .map(Change::value);
  }
}

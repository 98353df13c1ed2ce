package org.halab.rejoin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.halab.domain.LogLine;
import org.halab.message.Message;

/**
 * The proof that a returned node will not follow: its PostgreSQL has complained without a break of
 * a history that is not the leader's, for longer than Patroni takes to notice and to act. Whatever
 * Patroni does then, a rewind or a fresh copy, stops PostgreSQL, and so the complaint.
 */
final class NoWayBack implements Supplier<Optional<Message>> {
  /** Patroni looks once a round; it may have been at one, and one more may have failed. */
  private static final int ROUNDS = 3;

  /** The complaint is made again every five seconds. */
  private static final Duration STILL = Duration.ofSeconds(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Object node;
  private final Duration longEnough;
  private final Supplier<List<LogLine>> complaints;
  private Instant looked = Instant.MIN;
  private Optional<Message> found = Optional.empty();

  /**
   * @param complaints those in its log since it returned; they are read every two seconds
   */
  NoWayBack(Object node, Duration loopWait, Supplier<List<LogLine>> complaints) {
    this.node = node;
    this.longEnough = loopWait.multipliedBy(ROUNDS);
    this.complaints = complaints;
  }

  @Override
  public Optional<Message> get() {
    Instant now = Instant.now();
    if (found.isEmpty() && looked.isBefore(now.minus(BETWEEN_LOOKS))) {
      looked = now;
      found = in(complaints.get(), now);
    }
    return found;
  }

  Optional<Message> in(List<LogLine> all, Instant now) {
    List<LogLine> unbroken = unbroken(all, now);
    if (unbroken.isEmpty()) {
      return Optional.empty();
    }
    Duration length = Duration.between(unbroken.get(0).at(), now);
    return length.compareTo(longEnough) < 0
        ? Optional.empty()
        : Optional.of(
            Message.of("rejoin.noWayBack")
                .with("node", node)
                .with("time", length)
                .with("limit", longEnough)
                .with("log", unbroken.get(unbroken.size() - 1).text()));
  }

  /** Those up to now between which there was no break; none if it has fallen silent. */
  private static List<LogLine> unbroken(List<LogLine> all, Instant now) {
    Instant next = now;
    int first = all.size();
    while (first > 0 && !all.get(first - 1).at().isBefore(next.minus(STILL))) {
      first--;
      next = all.get(first).at();
    }
    return all.subList(first, all.size());
  }
}

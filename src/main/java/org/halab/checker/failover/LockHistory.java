package org.halab.checker.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LockEnd;
import org.halab.domain.Phase;

/** What became of the leader lock after a fault. */
final class LockHistory {
  /** A line may reach the engine a little after the deed it tells of. */
  private static final Duration LOG_DELAY = Duration.ofMillis(500);

  /** A single question that was not answered hides no loss of the DCS. */
  private static final Duration BLINK = Duration.ofSeconds(1);

  private final FaultEvidence evidence;
  private final List<Event> events;

  LockHistory(FaultEvidence evidence, List<Event> events) {
    this.evidence = evidence;
    this.events = events;
  }

  /**
   * Why the lock became free. etcd tells by the lease that it was held in. With ZooKeeper the logs
   * up to the moment the lock was taken do: its owner closed the session it lived in, or ZooKeeper
   * let that very session expire. While the DCS does not answer, a member that closes its session
   * releases nothing, and a lease that is gone may have been forgotten: then only ZooKeeper's log
   * counts.
   */
  LockEnd end() {
    Optional<LockChange> change = firstChange();
    if (change.isEmpty()) {
      return lane().filter(LockHistory::silentAtTheEnd).isPresent() ? LockEnd.UNSEEN : LockEnd.KEPT;
    }
    if (unseenUntil(change.get().at())) {
      return expiredByLogs() ? LockEnd.EXPIRED : LockEnd.UNSEEN;
    }
    if (change.get().lock().filter(this::heldBySame).isPresent()) {
      return expiredByLogs() ? LockEnd.EXPIRED : LockEnd.RENEWED;
    }
    if (change.get().end() != LockEnd.UNCLEAR) {
      return change.get().end();
    }
    boolean released = releasedByLogs();
    boolean expired = expiredByLogs();
    if (released == expired) {
      return !released && nextLock().filter(this::heldBySame).isPresent()
          ? LockEnd.RENEWED
          : LockEnd.UNCLEAR;
    }
    return released ? LockEnd.RELEASED : LockEnd.EXPIRED;
  }

  /** The first change that was seen after the fault. */
  Optional<LockChange> firstChange() {
    return sinceFault()
        .filter(change -> !change.lock().equals(Optional.of(evidence.before())))
        .findFirst();
  }

  /** The change by which the new leader took it. */
  Optional<LockChange> taken() {
    return sinceFault()
        .filter(
            change ->
                change
                    .lock()
                    .filter(lock -> !lock.equals(evidence.before()))
                    .filter(lock -> lock.holder().equals(evidence.newLeader().member()))
                    .isPresent())
        .findFirst();
  }

  /** The longest time after the fault in which the DCS did not answer; empty if there was none. */
  Optional<Phase> unread() {
    return lane()
        .flatMap(
            lane -> lane.silence(evidence.at(), lane.changes().get(lane.changes().size() - 1).at()))
        .filter(phase -> phase.length().compareTo(BLINK) > 0);
  }

  private Stream<LockChange> sinceFault() {
    return evidence.lock().stream().filter(change -> change.at().isAfter(evidence.at()));
  }

  private boolean heldBySame(LeaderLock lock) {
    return lock.holder().equals(evidence.before().holder());
  }

  private Optional<LeaderLock> nextLock() {
    return sinceFault()
        .flatMap(change -> change.lock().stream())
        .filter(lock -> !lock.equals(evidence.before()))
        .findFirst();
  }

  private Optional<Lane> lane() {
    return evidence.lanes().stream().filter(lane -> lane.kind() == Lane.Kind.LOCK).findFirst();
  }

  private static boolean silentAtTheEnd(Lane lane) {
    return lane.at(Instant.MAX).filter(Lane.NO_ANSWER::equals).isPresent();
  }

  private boolean unseenUntil(Instant change) {
    return lane()
        .filter(lane -> lane.longestSilence(evidence.at(), change).compareTo(BLINK) > 0)
        .isPresent();
  }

  private boolean releasedByLogs() {
    return untilTaken()
        .anyMatch(
            one ->
                one.kind() == Event.Kind.LOCK_RELEASED
                    && one.who().equals(evidence.oldLeader().service()));
  }

  private boolean expiredByLogs() {
    return untilTaken().anyMatch(one -> one.kind() == Event.Kind.SESSION_EXPIRED);
  }

  private Stream<Event> untilTaken() {
    Instant taken = taken().map(LockChange::at).map(at -> at.plus(LOG_DELAY)).orElse(Instant.MAX);
    return events.stream().filter(one -> !one.at().isAfter(taken));
  }
}

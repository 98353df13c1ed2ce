package org.halab.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LockEnd;
import org.halab.timing.DaemonThreads;

/** Keeps looking at the leader lock, every 50 ms, and records each change. */
public final class LockWatch implements AutoCloseable {
  /** The lane's value while the key does not exist. */
  public static final String NOBODY = "nobody";

  public static final Duration PERIOD = Duration.ofMillis(50);

  private final LeaderKey key;
  private final List<LockChange> changes = new CopyOnWriteArrayList<>();
  private final List<Lane.Change> holders = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("lock watch"));

  /** Starts with what holds now. The watch owns the connection and closes it. */
  public LockWatch(LeaderKey key) {
    this(key, PERIOD);
  }

  /** The same for those who need not know so exactly when it changed. */
  public LockWatch(LeaderKey key, Duration period) {
    this.key = key;
    look();
    looks.scheduleAtFixedRate(
        this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What held at first, and every change since; while the DCS is silent, no change is seen. */
  public List<LockChange> changes() {
    return List.copyOf(changes);
  }

  /** The holder from change to change, the DCS's silence included. */
  public Lane lane() {
    return new Lane("leader key", Lane.Kind.LOCK, holders);
  }

  private void look() {
    try {
      Optional<LeaderLock> now = key.read();
      Instant at = Instant.now();
      if (changes.isEmpty() || !changes.get(changes.size() - 1).lock().equals(now)) {
        changes.add(new LockChange(at, now, endOfLast()));
      }
      holds(at, now.map(LeaderLock::holder).orElse(NOBODY));
    } catch (IllegalStateException e) {
      holds(Instant.now(), Lane.NO_ANSWER);
    }
  }

  private void holds(Instant at, String value) {
    if (holders.isEmpty() || !holders.get(holders.size() - 1).value().equals(value)) {
      holders.add(new Lane.Change(at, value));
    }
  }

  private LockEnd endOfLast() {
    return changes.isEmpty()
        ? LockEnd.UNCLEAR
        : changes.get(changes.size() - 1).lock().map(key::endOf).orElse(LockEnd.UNCLEAR);
  }

  @Override
  public void close() {
    looks.shutdownNow();
    key.close();
  }
}

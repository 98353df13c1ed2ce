package org.halab.observe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;

/** Keeps looking at the leader lock, every 50 ms, and records each change. */
public final class LockWatch implements AutoCloseable {
  private static final int PERIOD_MILLIS = 50;

  private final ZooKeeperLock lock;
  private final List<LockChange> changes = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lock watch");
            thread.setDaemon(true);
            return thread;
          });

  /** Starts with what holds now. The watch owns the connection and closes it. */
  public LockWatch(ZooKeeperLock lock) {
    this.lock = lock;
    look();
    looks.scheduleAtFixedRate(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What held at first, and every change since. */
  public List<LockChange> changes() {
    return List.copyOf(changes);
  }

  private void look() {
    try {
      Optional<LeaderLock> now = lock.read();
      Instant at = Instant.now();
      if (changes.isEmpty() || !changes.get(changes.size() - 1).lock().equals(now)) {
        changes.add(new LockChange(at, now));
      }
    } catch (IllegalStateException e) {
      // ZooKeeper does not answer: no change was seen
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
    lock.close();
  }
}

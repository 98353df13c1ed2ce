package org.halab.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.halab.timing.DaemonThreads;

/** Asks each cluster under way every second who leads. One that is slow keeps no other waiting. */
public final class LeaderLooks implements AutoCloseable {
  private final Activities activities;
  private final Set<Activity> asked = ConcurrentHashMap.newKeySet();
  private final ThreadFactory threads = DaemonThreads.named("looks who leads");
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(threads);
  private final ExecutorService looks = Executors.newCachedThreadPool(threads);

  public LeaderLooks(Activities activities) {
    this.activities = activities;
    clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    for (Activity activity : activities.all()) {
      if (asked.add(activity)) {
        looks.execute(
            () -> {
              try {
                activity.lookForLeader();
              } finally {
                asked.remove(activity);
              }
            });
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    looks.shutdownNow();
  }
}

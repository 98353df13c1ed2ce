package org.halab.walkthrough;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.halab.live.Activities;
import org.halab.live.Glimpse;
import org.halab.timing.DaemonThreads;

/** Tells while a step takes its time what it waits for, for how long, and who leads. */
final class Ticker implements AutoCloseable {
  private static final int PERIOD_MILLIS = 500;

  /** A step that is quicker needs no telling, in seconds. */
  private static final int PATIENCE = 1;

  private final Activities activities;
  private final Screen screen;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("tells of waits"));

  Ticker(Activities activities, Screen screen) {
    this.activities = activities;
    this.screen = screen;
    clock.scheduleAtFixedRate(this::tell, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tell() {
    Instant now = Instant.now();
    for (Glimpse glimpse : activities.glimpses()) {
      if (!glimpse.step().isEmpty() && glimpse.since().plusSeconds(PATIENCE).isBefore(now)) {
        screen.pass("      … " + glimpse.progress(now));
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    screen.clear();
  }
}

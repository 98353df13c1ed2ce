package org.halab.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.halab.domain.Lane;
import org.halab.domain.Lane.Change;
import org.halab.timing.DaemonThreads;

/**
 * Keeps looking at something and records each change. A look that fails is seen as {@link
 * Lane#NO_ANSWER}; a look that takes long delays the next one, so a change is recorded late by at
 * most the period and the time-out of the look.
 */
public final class Watch implements AutoCloseable {
  private final Lane.Kind kind;
  private final Callable<Map<String, String>> look;
  private final Map<String, List<Change>> changes = new LinkedHashMap<>();
  private final ScheduledExecutorService looks;

  /**
   * @param names of the parts that the look tells of
   * @param look what each part is now
   */
  public Watch(
      Lane.Kind kind, List<String> names, Duration period, Callable<Map<String, String>> look) {
    this.kind = kind;
    this.look = look;
    names.forEach(name -> changes.put(name, new ArrayList<>()));
    looks = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("watch of " + names));
    looks.scheduleAtFixedRate(this::look, 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What was seen so far. */
  public List<Lane> lanes() {
    synchronized (changes) {
      return changes.entrySet().stream()
          .map(one -> new Lane(one.getKey(), kind, one.getValue()))
          .toList();
    }
  }

  private void look() {
    Map<String, String> seen;
    try {
      seen = look.call();
    } catch (Exception e) {
      seen = Map.of();
    }
    Instant at = Instant.now();
    synchronized (changes) {
      for (Map.Entry<String, List<Change>> lane : changes.entrySet()) {
        String value = seen.getOrDefault(lane.getKey(), Lane.NO_ANSWER);
        List<Change> before = lane.getValue();
        if (before.isEmpty() || !before.get(before.size() - 1).value().equals(value)) {
          before.add(new Change(at, value));
        }
      }
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}

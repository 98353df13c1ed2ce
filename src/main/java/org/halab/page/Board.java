package org.halab.page;

import java.time.Duration;
import java.util.Optional;

/** The state that is shown now. There is one at a time: who comes late sees the last. */
final class Board {
  private String state = "{}";
  private long version;

  /**
   * @param version rises with each state
   */
  record Shown(long version, String state) {}

  /** Shows a state; the same one again changes nothing. */
  synchronized void show(String next) {
    if (!next.equals(state)) {
      state = next;
      version++;
      notifyAll();
    }
  }

  /** The state now, as soon as it is a later one than that version; empty if it stays too long. */
  synchronized Optional<Shown> after(long seen, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (version <= seen) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    return Optional.of(new Shown(version, state));
  }
}

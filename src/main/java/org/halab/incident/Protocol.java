package org.halab.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person did about an incident, and when. */
public final class Protocol {
  private final Instant broken;
  private final List<Instant> hints = new ArrayList<>();
  private final List<Instant> checks = new ArrayList<>();
  private Optional<Instant> mended = Optional.empty();

  /**
   * @param broken when it happened
   */
  public Protocol(Instant broken) {
    this.broken = broken;
  }

  void hint(Instant at) {
    hints.add(at);
  }

  void check(Instant at) {
    checks.add(at);
  }

  /** The look that found all well, and found it so again later, began then. */
  public void mended(Instant at) {
    mended = Optional.of(at);
  }

  public Instant broken() {
    return broken;
  }

  public int hints() {
    return hints.size();
  }

  public int checks() {
    return checks.size();
  }

  Optional<Instant> firstCheck() {
    return checks.stream().findFirst();
  }

  /** Empty if it was given up. */
  public Optional<Instant> mended() {
    return mended;
  }
}

package org.halab.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.NotInTime;
import org.halab.timing.Wait;

/** Something broken on purpose, proven to be so. Closing it heals it, and proves that too. */
public final class Fault implements AutoCloseable {
  private static final Deadline TAKES_EFFECT =
      new Deadline("fault deadline", Duration.ofSeconds(15), "15 s for the machine");

  private final FaultAction breakage;
  private final Wait waits;
  private final Instant at;
  private Instant healedAt;

  private Fault(FaultAction breakage, Wait waits, Instant at) {
    this.breakage = breakage;
    this.waits = waits;
    this.at = at;
  }

  /**
   * @throws NotInTime if it took no effect; an experiment must not go on as if it had
   */
  public static Fault inflict(FaultAction breakage, Wait waits) {
    Fault fault = new Fault(breakage, waits, Instant.now());
    try {
      breakage.inflict();
      waits.until(TAKES_EFFECT, "the fault to take effect: " + breakage.done(), breakage::inEffect);
    } catch (RuntimeException | Error e) {
      try {
        breakage.heal();
      } catch (RuntimeException another) {
        e.addSuppressed(another);
      }
      throw e;
    }
    return fault;
  }

  public Message done() {
    return breakage.done();
  }

  /** The last moment before it: the order that broke it was given then. */
  public Instant at() {
    return at;
  }

  /** When the order that heals it was given; empty if it was not. */
  public Optional<Instant> healedAt() {
    return Optional.ofNullable(healedAt);
  }

  /**
   * @throws NotInTime if it is not whole again
   */
  public void heal() {
    if (healedAt == null) {
      healedAt = Instant.now();
      breakage.heal();
      waits.until(TAKES_EFFECT, "the fault to be healed: " + breakage.done(), breakage::healed);
    }
  }

  @Override
  public void close() {
    heal();
  }
}

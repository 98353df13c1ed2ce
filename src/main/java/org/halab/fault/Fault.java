package org.halab.fault;

import java.time.Instant;
import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.message.Message;
import org.halab.timing.Deadlines;
import org.halab.timing.NotInTime;
import org.halab.timing.Wait;

/** Something broken on purpose, proven to be so. Closing it heals it, and proves that too. */
public final class Fault implements AutoCloseable {
  private final FaultAction action;
  private final Wait waits;
  private final Deadlines deadlines;
  private final Instant at;
  private volatile Instant healedAt;

  private Fault(FaultAction action, Wait waits, Deadlines deadlines, Instant at) {
    this.action = action;
    this.waits = waits;
    this.deadlines = deadlines;
    this.at = at;
  }

  /**
   * Breaks something of a cluster. The deadlines are by its settings before the fault: broken, it
   * might not tell them.
   *
   * @throws NotInTime if it took no effect; an experiment must not go on as if it had
   */
  public static Fault inflict(FaultAction action, Cluster cluster) {
    return inflict(action, cluster, cluster.deadlines());
  }

  /**
   * The same to a cluster of which something is broken already.
   *
   * @param deadlines by its settings while it was whole
   * @throws NotInTime if it took no effect
   */
  public static Fault inflict(FaultAction action, Cluster cluster, Deadlines deadlines) {
    Fault fault = new Fault(action, cluster.waits(), deadlines, Instant.now());
    try {
      action.inflict();
      fault.waits.until(
          action.inEffectWithin(deadlines),
          Message.of("fault.wait.effect").with("done", action.done()),
          action::inEffect);
    } catch (RuntimeException | Error e) {
      try {
        action.heal();
      } catch (RuntimeException another) {
        e.addSuppressed(another);
      }
      throw e;
    }
    return fault;
  }

  public Message done() {
    return action.done();
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
    if (letGo()) {
      awaitHealed();
    }
  }

  /**
   * Gives the order that heals it, and waits for nothing: beside other faults it may not be whole
   * before they are.
   *
   * @return whether there was anything to heal
   */
  public boolean letGo() {
    if (healedAt != null || !action.lasts()) {
      return false;
    }
    healedAt = Instant.now();
    action.heal();
    return true;
  }

  /**
   * @throws NotInTime if it is not whole again after it was let go
   */
  public void awaitHealed() {
    waits.until(
        action.healedWithin(deadlines),
        Message.of("fault.wait.healed").with("done", action.done()),
        action::healed);
  }

  /** Whether nothing is seen of it now, by itself or because it was healed. */
  public boolean over() {
    return action.healed();
  }

  @Override
  public void close() {
    heal();
  }
}

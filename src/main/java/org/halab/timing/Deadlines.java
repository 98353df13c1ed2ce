package org.halab.timing;

import java.time.Duration;
import org.halab.domain.Settings;

/**
 * All deadlines of the lab, from the settings of the cluster at hand.
 *
 * <p>Each is the longest time the settings allow for, plus an allowance for a slow machine; none
 * says how long something usually takes.
 */
public final class Deadlines {
  /** For process starts, disk and scheduling on a busy laptop; not a property of the cluster. */
  private static final Duration MACHINE_ALLOWANCE = Duration.ofSeconds(15);

  /** What {@code docker stop} grants a container before it kills it. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  /** The start of PostgreSQL on a new, empty data directory, or a copy of a small one. */
  private static final Duration BOOTSTRAP = Duration.ofSeconds(45);

  private final Settings settings;

  public Deadlines(Settings settings) {
    this.settings = settings;
  }

  /** From the start of the containers to a leader; the first node initialises the database. */
  public Deadline leaderElected() {
    return new Deadline(
        "leader election deadline",
        sum(settings.ttl(), settings.loopWait(), BOOTSTRAP, MACHINE_ALLOWANCE),
        "ttl + loop_wait + 45 s to initialise the database + 15 s for the machine");
  }

  /** From a leader to a synchronous standby: copy, stream, and be noticed by the leader's loop. */
  public Deadline standbyAssigned() {
    return new Deadline(
        "synchronous standby deadline",
        sum(settings.loopWait().multipliedBy(4), BOOTSTRAP, MACHINE_ALLOWANCE),
        "4 x loop_wait + 45 s to copy the database + 15 s for the machine");
  }

  /**
   * From a graceful stop to the next leader: the old one shuts down and releases the lock, the
   * other node sees that at once, or at its next loop at the latest.
   */
  public Deadline gracefulFailover() {
    return new Deadline(
        "graceful failover deadline",
        sum(STOP_GRACE, settings.loopWait(), MACHINE_ALLOWANCE),
        "10 s to stop + loop_wait + 15 s for the machine");
  }

  /** From a crash to the next leader: the dead leader's session has to expire first. */
  public Deadline crashFailover() {
    return new Deadline(
        "crash failover deadline",
        sum(settings.ttl(), settings.tick(), settings.loopWait(), MACHINE_ALLOWANCE),
        "ttl + tickTime + loop_wait + 15 s for the machine");
  }

  /** From a new leader to an entrypoint that leads there. */
  public Deadline entrypointSwitched() {
    return new Deadline(
        "entrypoint deadline",
        sum(
            settings.checkInterval().multipliedBy(Math.max(settings.rise(), settings.fall()) + 1),
            settings.checkTimeout(),
            MACHINE_ALLOWANCE),
        "(max(rise, fall) + 1) x inter + timeout check + 15 s for the machine");
  }

  /** For a change on the leader to be seen on a replica that streams. */
  public Deadline replicated() {
    return new Deadline(
        "replication deadline",
        sum(settings.loopWait(), MACHINE_ALLOWANCE),
        "loop_wait + 15 s for the machine");
  }

  /** From the start of a stopped container to a member that says what it is. */
  public Deadline memberAnswers() {
    return new Deadline(
        "member start deadline",
        sum(settings.loopWait().multipliedBy(2), MACHINE_ALLOWANCE),
        "2 x loop_wait + 15 s for the machine");
  }

  /** From an order to the engine, or to a process, until it has been carried out. */
  public Deadline engineActs() {
    return new Deadline("engine deadline", MACHINE_ALLOWANCE, "15 s for the machine");
  }

  /**
   * From an order to Patroni until it has been carried out: it may be at a round, and its next one
   * carries the order out.
   */
  public Deadline orderCarriedOut() {
    return new Deadline(
        "order deadline",
        sum(settings.loopWait().multipliedBy(2), MACHINE_ALLOWANCE),
        "2 x loop_wait + 15 s for the machine");
  }

  /**
   * From the death of PostgreSQL, or the end of maintenance, to a server that runs: one round of
   * Patroni, in which DCS and PostgreSQL are tried again as long as that is allowed, finds it dead;
   * the next one at the latest starts it.
   */
  public Deadline postgresStarted() {
    return new Deadline(
        "PostgreSQL start deadline",
        sum(settings.loopWait().multipliedBy(2), settings.retryTimeout(), MACHINE_ALLOWANCE),
        "2 x loop_wait + retry_timeout + 15 s for the machine");
  }

  private static Duration sum(Duration... parts) {
    Duration total = Duration.ZERO;
    for (Duration part : parts) {
      total = total.plus(part);
    }
    return total;
  }
}

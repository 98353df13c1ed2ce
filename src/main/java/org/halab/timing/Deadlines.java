package org.halab.timing;

import java.time.Duration;
import org.halab.domain.Settings;
import org.halab.message.Message;

/**
 * All deadlines of the lab, from the settings of the cluster at hand.
 *
 * <p>Each is the longest time the settings allow for, plus an allowance for a slow machine; none
 * says how long something usually takes.
 */
public final class Deadlines {
  /** For process starts, disk and scheduling on a busy laptop; not a property of the cluster. */
  private static final Duration MACHINE_ALLOWANCE = Duration.ofSeconds(15);

  /** What PostgreSQL's archiver waits after three failures (PGARCH_AUTOWAKE_INTERVAL). */
  private static final Duration ARCHIVER_WAITS = Duration.ofSeconds(60);

  private static final Duration LONGEST_RESTART_PAUSE = Duration.ofMinutes(1);

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
        Message.of("timing.leaderElected"),
        sum(settings.ttl(), settings.loopWait(), BOOTSTRAP, MACHINE_ALLOWANCE),
        Message.of("timing.leaderElected.why"));
  }

  /** From a leader to a synchronous standby: copy, stream, and be noticed by the leader's loop. */
  public Deadline standbyAssigned() {
    return new Deadline(
        Message.of("timing.standby"),
        sum(settings.loopWait().multipliedBy(4), BOOTSTRAP, MACHINE_ALLOWANCE),
        Message.of("timing.standby.why"));
  }

  /**
   * From a graceful stop to the next leader: the old one shuts down and releases the lock, the
   * other node sees that at once, or at its next loop at the latest.
   */
  public Deadline gracefulFailover() {
    return new Deadline(
        Message.of("timing.graceful"),
        sum(STOP_GRACE, settings.loopWait(), MACHINE_ALLOWANCE),
        Message.of("timing.graceful.why"));
  }

  /** From a crash to the next leader: the dead leader's session has to expire first. */
  public Deadline crashFailover() {
    return new Deadline(
        Message.of("timing.crash"),
        sum(settings.ttl(), settings.tick(), settings.loopWait(), MACHINE_ALLOWANCE),
        Message.of("timing.crash.why"));
  }

  /** From a new leader to an entrypoint that leads there. */
  public Deadline entrypointSwitched() {
    return new Deadline(
        Message.of("timing.entrypoint"),
        sum(
            settings.checkInterval().multipliedBy(Math.max(settings.rise(), settings.fall()) + 1),
            settings.checkTimeout(),
            MACHINE_ALLOWANCE),
        Message.of("timing.entrypoint.why"));
  }

  /** For a change on the leader to be seen on a replica that streams. */
  public Deadline replicated() {
    return new Deadline(
        Message.of("timing.replication"),
        sum(settings.loopWait(), MACHINE_ALLOWANCE),
        Message.of("timing.replication.why"));
  }

  /**
   * The same over a link that was silent.
   *
   * @param silence for how long that may hold up both ends once the link carries again
   */
  public Deadline replicatedAfter(Duration silence) {
    return new Deadline(
        Message.of("timing.replicationAfterSilence"),
        sum(settings.loopWait(), silence, MACHINE_ALLOWANCE),
        Message.of("timing.replicationAfterSilence.why").with("silence", silence));
  }

  /** From the end of what kept PostgreSQL from archiving to its next try, and its success. */
  public Deadline archived() {
    return new Deadline(
        Message.of("timing.archive"),
        sum(ARCHIVER_WAITS, MACHINE_ALLOWANCE),
        Message.of("timing.archive.why"));
  }

  /** From the start of a stopped container to a member that says what it is. */
  public Deadline memberAnswers() {
    return new Deadline(
        Message.of("timing.memberStart"),
        sum(settings.loopWait().multipliedBy(2), MACHINE_ALLOWANCE),
        Message.of("timing.memberStart.why"));
  }

  /**
   * From a restart of the nodes and the DCS at once to a member that says what it is. A ZooKeeper
   * that begins takes connections a moment before it serves: such a one is never answered, Patroni
   * waits for it as long as its session, ends, and is started again by the engine.
   */
  public Deadline memberAnswersAfterDcs() {
    return new Deadline(
        Message.of("timing.memberAndDcsStart"),
        sum(settings.ttl(), settings.loopWait().multipliedBy(2), MACHINE_ALLOWANCE),
        Message.of("timing.memberAndDcsStart.why"));
  }

  /** From an order to the engine, or to a process, until it has been carried out. */
  public Deadline engineActs() {
    return new Deadline(
        Message.of("timing.engine"), MACHINE_ALLOWANCE, Message.of("timing.engine.why"));
  }

  /**
   * From when a container could run again until the engine, which has started it in vain, starts it
   * once more: it waits twice as long each time, and no longer than a minute.
   */
  public Deadline engineStartsAgain() {
    return new Deadline(
        Message.of("timing.engineStartsAgain"),
        LONGEST_RESTART_PAUSE.plus(MACHINE_ALLOWANCE),
        Message.of("timing.engineStartsAgain.why"));
  }

  /**
   * From an order to Patroni until it has been carried out: it may be at a round, and its next one
   * carries the order out.
   */
  public Deadline orderCarriedOut() {
    return new Deadline(
        Message.of("timing.order"),
        sum(settings.loopWait().multipliedBy(2), MACHINE_ALLOWANCE),
        Message.of("timing.memberStart.why"));
  }

  /**
   * From the death of PostgreSQL, or the end of maintenance, to a server that runs: one round of
   * Patroni, in which DCS and PostgreSQL are tried again as long as that is allowed, finds it dead;
   * the next one at the latest starts it.
   */
  public Deadline postgresStarted() {
    return new Deadline(
        Message.of("timing.postgresStart"),
        sum(settings.loopWait().multipliedBy(2), settings.retryTimeout(), MACHINE_ALLOWANCE),
        Message.of("timing.postgresStart.why"));
  }

  private static Duration sum(Duration... parts) {
    Duration total = Duration.ZERO;
    for (Duration part : parts) {
      total = total.plus(part);
    }
    return total;
  }
}

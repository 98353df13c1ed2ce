package org.halab.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.OutageBound;
import org.halab.domain.OutageBound.Part;
import org.halab.domain.OutageBound.Since;
import org.halab.domain.Settings;
import org.halab.message.Message;

/**
 * How long clients may be without writes after each kind of fault, by the settings in force.
 *
 * <p>Sources: Patroni's ttl, loop_wait and retry_timeout (its documentation, "Dynamic configuration
 * settings"); ZooKeeper expires sessions in whole ticks ("ZooKeeper Administrator's Guide",
 * tickTime), etcd leases twice a second; HAProxy's inter, rise, fall and timeout check
 * ("Configuration Manual", 5.2); PostgreSQL's wal_sender_timeout ("Replication", 20.6.1).
 */
public final class Bounds {
  /** Until a client notices: its own time-out, on a connection that hangs. */
  private static final Duration CLIENT = Duration.ofSeconds(5);

  private static final Duration PROMOTION = Duration.ofSeconds(5);
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);
  private static final Duration MACHINE = Duration.ofSeconds(10);

  private final Settings settings;

  public Bounds(Settings settings) {
    this.settings = settings;
  }

  /** The leader shuts down in order and releases the lock: nothing has to expire. */
  public OutageBound graceful() {
    return failover(
        new Part(
            "lock held",
            STOP_GRACE.plus(settings.loopWait()),
            Message.of("timing.bound.shutdown")));
  }

  /** The leader is gone without a word: its session has to expire. */
  public OutageBound crash() {
    return failover(
        new Part(
            "lock held", settings.ttl().plus(settings.tick()), Message.of("timing.bound.expiry")));
  }

  /** The leader lives, but cannot keep the lock: it gives up by itself, or its session expires. */
  public OutageBound lockLost() {
    return failover(
        new Part(
            "lock held",
            settings.ttl().plus(settings.tick()).plus(settings.retryTimeout()),
            Message.of("timing.bound.lockLost")));
  }

  /** PostgreSQL died beside a living Patroni, which starts it again in its next round. */
  public OutageBound restartInPlace() {
    return of(
        Since.FAULT,
        new Part(
            "PostgreSQL restarted",
            settings.loopWait().plus(PROMOTION),
            Message.of("timing.bound.restart")),
        entrypoint());
  }

  /**
   * A container died beside an orchestrator that starts another one. Patroni in it has PostgreSQL
   * recover, starts it to read only, and promotes it in its next round, for it still holds the
   * lock.
   *
   * @param delay of the orchestrator before it starts one
   */
  public OutageBound containerReplaced(Duration delay) {
    return of(
        Since.FAULT,
        new Part(
            "PostgreSQL restarted", delay.plus(PROMOTION), Message.of("timing.bound.replaced")),
        new Part("election", settings.loopWait(), Message.of("timing.bound.election")),
        new Part("promotion", PROMOTION, Message.of("timing.bound.promotion")),
        entrypoint());
  }

  /** The standby is gone at once: writes wait until Patroni, in a round or two, drops it. */
  public OutageBound standbyLost() {
    return of(
        Since.FAULT,
        new Part(
            "standby dropped",
            settings.loopWait().multipliedBy(2),
            Message.of("timing.bound.standbyLost")));
  }

  /**
   * The standby is silent: PostgreSQL waits for it until the walsender's time-out.
   *
   * @param walSenderTimeout PostgreSQL's wal_sender_timeout
   */
  public OutageBound standbySilent(Duration walSenderTimeout) {
    return of(
        Since.FAULT,
        new Part(
            "standby dropped",
            walSenderTimeout.plus(settings.loopWait().multipliedBy(2)),
            Message.of("timing.bound.standbySilent")));
  }

  /**
   * The standby hears nothing, and may be heard: its reports can put the walsender's time-out off,
   * so PostgreSQL waits until the standby itself gives the connection up.
   *
   * @param walReceiverTimeout PostgreSQL's wal_receiver_timeout
   */
  public OutageBound standbyDeaf(Duration walReceiverTimeout) {
    return of(
        Since.FAULT,
        new Part(
            "standby dropped",
            walReceiverTimeout.plus(settings.loopWait().multipliedBy(2)),
            Message.of("timing.bound.standbyDeaf")));
  }

  /** The DCS is back: a node takes the lock in its next round, and promotes. */
  public OutageBound dcsBack() {
    return of(
        Since.HEALING,
        new Part(
            "lock taken",
            settings.ttl().plus(settings.loopWait()).plus(settings.retryTimeout()),
            Message.of("timing.bound.dcsBack")),
        new Part("promotion", PROMOTION, Message.of("timing.bound.promotion")),
        entrypoint());
  }

  /** Something that Patroni's next round puts right; the cluster itself never changed. */
  public OutageBound nextRound() {
    return of(
        Since.FAULT,
        new Part("next round", settings.loopWait(), Message.of("timing.bound.nextRound")),
        entrypoint());
  }

  /** What stood between clients and the leader is back; the cluster itself never changed. */
  public OutageBound pathBack() {
    return of(Since.HEALING, entrypoint());
  }

  /** One of several ways to the leader is gone: clients take another after their own time-outs. */
  public OutageBound otherPath() {
    return of(Since.FAULT);
  }

  /**
   * One of several ways is silent. A client that was in the middle of a transaction there keeps its
   * locks until PostgreSQL ends the session, and whoever needs them waits.
   *
   * @param idleInTransaction PostgreSQL's idle_in_transaction_session_timeout
   */
  public OutageBound otherPathSilent(Duration idleInTransaction) {
    return of(
        Since.FAULT, new Part("locks end", idleInTransaction, Message.of("timing.bound.locksEnd")));
  }

  /** One of several ways ends in order: it lets open sessions end, and cuts them when it must. */
  public OutageBound otherPathAfterStop() {
    return of(
        Since.FAULT, new Part("sessions end", STOP_GRACE, Message.of("timing.bound.sessionsEnd")));
  }

  private OutageBound failover(Part lockFree) {
    return of(
        Since.FAULT,
        lockFree,
        new Part("election", settings.loopWait(), Message.of("timing.bound.election")),
        new Part("promotion", PROMOTION, Message.of("timing.bound.promotion")),
        entrypoint());
  }

  private Part entrypoint() {
    return new Part(
        "entrypoint switch",
        settings.checkInterval().multipliedBy(settings.rise() + 1L).plus(settings.checkTimeout()),
        Message.of("timing.bound.entrypoint"));
  }

  private static OutageBound of(Since since, Part... parts) {
    List<Part> all = new ArrayList<>(List.of(parts));
    all.add(new Part("first write", CLIENT, Message.of("timing.bound.client")));
    all.add(new Part("the machine", MACHINE, Message.of("timing.bound.machine")));
    return new OutageBound(since, all);
  }
}

package org.halab.timing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.halab.domain.OutageBound.Since;
import org.halab.domain.ReplicationSettings;
import org.halab.domain.Settings;

/**
 * How long each stage takes after each kind of fault, by the settings in force: not the longest
 * that can be, as {@link Bounds} has it, but what is to be expected, and how far chance takes it
 * from there. For a cluster of two nodes with one ZooKeeper and one HAProxy.
 *
 * <p>What comes round by itself (Patroni's rounds, pings, ticks, checks) is met at any moment
 * alike: that holds only where the moment of the fault is drawn by chance. What no setting says,
 * how soon a process ends or starts on this machine, is a measured length: the constants whose
 * names begin with MACHINE. They are fitted to the runs that are kept, on two cores with two to
 * five clusters at a time.
 *
 * <p>Sources, by the names that they are called below:
 *
 * <ul>
 *   <li>Patroni 4.0.7: {@code dcs/zookeeper.py} (read_timeout is loop_wait - 2 s, at least 2 s; the
 *       retry of each command ends within retry_timeout, its pauses are up to 1 s), {@code ha.py}
 *       ({@code fetch_node_status}: 2 s for another node's answer; {@code
 *       _process_multisync_replication}, once a round; {@code while_not_sync_standby})
 *   <li>Kazoo 2.8: {@code protocol/connection.py} (a ping after half of read_timeout without an
 *       answer, less up to 0.4 s)
 *   <li>ZooKeeper: {@code ExpiryQueue} (a session's end is rounded up to the next tick)
 *   <li>HAProxy: Configuration Manual, 5.2 (inter, fall, rise) and 4.2 (timeout check, timeout
 *       connect, on-marked-down)
 *   <li>PostgreSQL: "Replication" 20.6 (wal_sender_timeout, wal_receiver_timeout,
 *       wal_receiver_status_interval, wal_retrieve_retry_interval)
 * </ul>
 */
public final class Calibrations {
  /** What clients wait for an answer, or for a connection. */
  static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(4);

  /** What a client waits after a failure before it tries again. */
  static final Duration CLIENT_PAUSE = Duration.ofMillis(100);

  /** What Patroni gives another node to say how it is ({@code fetch_node_status}). */
  private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration LEAST_READ_TIMEOUT = Duration.ofSeconds(2);

  /** The longest pause between two of Kazoo's tries, of a command as of a connection. */
  private static final Duration MOST_RETRY_PAUSE = Duration.ofSeconds(1);

  /** Patroni ends its PostgreSQL in order and gives the key up. */
  private static final Delay MACHINE_STOPS = around(1050, 1300, 1800);

  /** The same, after the order of a switchover has gone through Patroni's API. */
  private static final Delay MACHINE_HANDS_OVER = around(1050, 1200, 1800);

  /** From the free key to its next holder. */
  private static final Delay MACHINE_ELECTS = between(0, 100);

  private static final Delay MACHINE_PROMOTES = around(20, 120, 750);

  /** A leader that has lost the DCS ends its PostgreSQL, and with it all sessions. */
  private static final Delay MACHINE_STEPS_DOWN = around(100, 300, 900);

  /** PostgreSQL recovers from its WAL and takes connections. */
  private static final Delay MACHINE_RECOVERS = around(400, 800, 1800);

  /** The same on a standby that was up to date. */
  private static final Delay MACHINE_RESTARTS_STANDBY = around(200, 400, 800);

  private static final Delay MACHINE_RESTARTS_IN_ORDER = around(600, 1150, 2900);

  /** The container ends, Docker starts it again, and in it Patroni asks for the key. */
  private static final Delay MACHINE_STARTS_NODE = around(1600, 2300, 11000);

  private static final Delay MACHINE_STARTS_ENTRYPOINT = around(0, 40, 1200);

  /** A query takes what memory there is. */
  private static final Delay MACHINE_RUNS_OUT = around(200, 400, 900);

  /** Rules for packets are set from a container of their own, which has to start. */
  private static final Delay MACHINE_SETS_RULES = around(200, 450, 4000);

  /** Names of standbys are taken off, PostgreSQL reads its settings, what waited goes on. */
  private static final Delay MACHINE_DROPS_STANDBY = around(50, 200, 1200);

  /** A connection through the entrypoint and the first write on it. */
  private static final Delay MACHINE_WRITES = around(0, 50, 500);

  /** The same on a leader that took over from one that ended in order, a second or two ago. */
  private static final Delay MACHINE_WRITES_EARLY = around(0, 250, 900);

  /** One process is killed, and the others end; rarely one of them is long in dying. */
  private static final Delay MACHINE_DIES = around(0, 200, 2800);

  /** An entrypoint that moves again hands on what it was sent meanwhile. */
  private static final Delay MACHINE_GOES_ON = around(0, 50, 200);

  /** So often a frozen Patroni's kernel takes one check more before its queue is full. */
  private static final double MACHINE_TAKES_ANOTHER_CHECK = 0.5;

  private final Settings settings;
  private final ReplicationSettings replication;

  public Calibrations(Settings settings, ReplicationSettings replication) {
    this.settings = settings;
    this.replication = replication;
  }

  /** The leader ends in order, and gives the key up when its PostgreSQL is down. */
  public Calibration graceful() {
    return failover(MACHINE_STOPS, leads(), servedBeside());
  }

  /** The leader hands the leadership over, and stays as a replica. */
  public Calibration handedOver() {
    return failover(MACHINE_HANDS_OVER, leads(), servedEarly());
  }

  /** The leader is gone, and known to be: its address does not answer, or refuses. */
  public Calibration crash() {
    return failover(sessionExpires(), leads(), served());
  }

  /** The leader stands still: who wants to follow it asks how it is, and waits for the answer. */
  public Calibration silent() {
    return failover(sessionExpires(), leadsBesideSilent(), served());
  }

  /** The leader can reach nobody, and nobody can reach it. */
  public Calibration cutOff() {
    return failover(MACHINE_SETS_RULES.then(sessionExpires()), leadsBesideSilent(), served());
  }

  /**
   * Patroni alone stands still. Clients notice when the slower check has failed as often as it may:
   * the first of these is taken by the kernel and waited for, later ones are not even taken.
   */
  public Calibration patroniSilent() {
    Delay unanswered = Delay.exactly(settings.checkTimeout().plus(settings.checkInterval()));
    Delay refused =
        Delay.exactly(
            settings
                .checkConnect()
                .plus(settings.checkInterval())
                .multipliedBy(Math.max(0, settings.fall() - 1L)));
    Delay longer = Delay.exactly(settings.checkTimeout().minus(settings.checkConnect()));
    Delay third = Delay.NONE.or(MACHINE_TAKES_ANOTHER_CHECK, longer);
    Delay noticed =
        Delay.upTo(settings.checkInterval())
            .then(unanswered)
            .then(refused)
            .then(Delay.NONE.or(MACHINE_TAKES_ANOTHER_CHECK, longer.then(third)));
    return silent().with(Stage.NOTICED, noticed);
  }

  /**
   * The leader cannot reach the DCS. In its next round it tries for retry_timeout, less what is
   * left when the next pause would be too long; then it steps down. Its session ends by itself.
   */
  public Calibration lockLost() {
    return failover(MACHINE_SETS_RULES.then(sessionExpires()), leads(), served())
        .with(Stage.NOTICED, MACHINE_SETS_RULES.then(stepsDown()));
  }

  /**
   * The DCS hears the leader, and is not heard: the first ping after the fault prolongs the session
   * once more, then the connection is taken for dead.
   */
  public Calibration dcsMute() {
    Delay expires =
        MACHINE_SETS_RULES
            .then(Delay.upTo(ping()))
            .then(Delay.exactly(settings.ttl()))
            .then(Delay.upTo(settings.tick()));
    return failover(expires, leads(), served())
        .with(Stage.NOTICED, MACHINE_SETS_RULES.then(stepsDown()));
  }

  /**
   * PostgreSQL died beside a living Patroni, which finds that in its next round and starts it:
   * without a synchronous standby at first, so nobody is waited for.
   */
  public Calibration restartedByPatroni() {
    return whole(Delay.upTo(settings.loopWait()).then(MACHINE_RECOVERS).then(MACHINE_WRITES));
  }

  /**
   * One process of PostgreSQL died, and all sessions with it. The server is back in about a second;
   * the standby asked too soon.
   */
  public Calibration restartedByItself() {
    return whole(MACHINE_DIES.then(standbyAsksAgain()).then(MACHINE_WRITES));
  }

  /** The same, when a process had to take all memory before the kernel killed it. */
  public Calibration outOfMemory() {
    return whole(MACHINE_RUNS_OUT.then(standbyAsksAgain()).then(MACHINE_WRITES));
  }

  /**
   * The standby asks again after wal_retrieve_retry_interval. A round of Patroni's that finds the
   * leader back and the standby not yet drops it, and nobody waits any longer.
   */
  private Delay standbyAsksAgain() {
    return Delay.exactly(replication.retrieveRetry())
        .sooner(MACHINE_RECOVERS.then(Delay.upTo(settings.loopWait())).then(MACHINE_DROPS_STANDBY));
  }

  /** A process of the standby died: it recovers, and asks the leader, which was there all along. */
  public Calibration standbyRestartedByItself() {
    return whole(MACHINE_RESTARTS_STANDBY.then(MACHINE_WRITES));
  }

  /**
   * PostgreSQL is restarted in order, at once, and begins without a synchronous standby as well.
   */
  public Calibration restartedInOrder() {
    return whole(MACHINE_RESTARTS_IN_ORDER);
  }

  /**
   * Patroni died, and its container with it. Docker starts that at once; Patroni finds the key held
   * under its own name, or takes it, starts its PostgreSQL and promotes it. No setting has a part
   * in that.
   */
  public Calibration containerRestarted() {
    return whole(
        MACHINE_STARTS_NODE.then(MACHINE_RECOVERS).then(MACHINE_PROMOTES).then(MACHINE_WRITES));
  }

  /** The standby is gone at once: Patroni's next round drops it, and what waited goes on. */
  public Calibration standbyLost() {
    return whole(Delay.upTo(settings.loopWait()).then(MACHINE_DROPS_STANDBY));
  }

  /**
   * The standby is silent, its Patroni too: it is dropped in the first round after its session has
   * ended, or after wal_sender_timeout, whichever is sooner.
   */
  public Calibration standbyFrozen() {
    return whole(standbyGone());
  }

  /** The same, when it is cut off from everything. */
  public Calibration standbyCutOff() {
    return whole(MACHINE_SETS_RULES.then(standbyGone()));
  }

  /**
   * Nothing passes between leader and standby, and both are with the DCS: who times out first ends
   * the connection, and Patroni's next round drops the standby.
   */
  public Calibration standbySilent() {
    return whole(
        MACHINE_SETS_RULES
            .then(
                Delay.exactly(replication.senderTimeout())
                    .sooner(Delay.exactly(replication.receiverTimeout())))
            .then(Delay.upTo(settings.loopWait()))
            .then(MACHINE_DROPS_STANDBY));
  }

  /**
   * The standby hears nothing, and may be heard: its next report still arrives, and puts
   * wal_sender_timeout off. Later ones do not, for TCP sends nothing new while that one is not
   * acknowledged; so its own giving up after wal_receiver_timeout is not heard of either.
   */
  public Calibration standbyDeaf() {
    return whole(
        MACHINE_SETS_RULES
            .then(Delay.upTo(replication.statusInterval()))
            .then(Delay.exactly(replication.senderTimeout()))
            .then(Delay.upTo(settings.loopWait()))
            .then(MACHINE_DROPS_STANDBY));
  }

  /** The entrypoint stood still: once it moves, what clients have sent is carried out. */
  public Calibration entrypointMoves() {
    return healed(MACHINE_GOES_ON);
  }

  /** The entrypoint starts anew. */
  public Calibration entrypointStarts() {
    return healed(MACHINE_STARTS_ENTRYPOINT.then(upToPause()).then(MACHINE_WRITES));
  }

  /** The way from the entrypoint to the leader is open again: its checks have to find that out. */
  public Calibration pathBack() {
    return healed(MACHINE_SETS_RULES.then(entrypoint()).then(upToPause()).then(MACHINE_WRITES));
  }

  /**
   * The DCS answers again before the leader's session has ended. Patroni is at it all the time, for
   * a round that took longer than loop_wait is followed by the next at once; its PostgreSQL is a
   * replica by then, and is promoted.
   */
  public Calibration dcsBack() {
    return healed(
            Delay.upTo(MOST_RETRY_PAUSE)
                .then(MACHINE_PROMOTES)
                .then(entrypoint())
                .then(upToPause())
                .then(MACHINE_WRITES))
        .with(Stage.NOTICED, stepsDown());
  }

  /** What was waited for when the key is free in the DCS: from the last that was heard of it. */
  private Delay sessionExpires() {
    return Delay.exactly(settings.ttl())
        .since(Delay.upTo(ping()))
        .then(Delay.upTo(settings.tick()));
  }

  /** How often the DCS hears of a session at least. */
  private Duration ping() {
    Duration read = settings.loopWait().minus(LEAST_READ_TIMEOUT);
    return (read.compareTo(LEAST_READ_TIMEOUT) < 0 ? LEAST_READ_TIMEOUT : read).dividedBy(2);
  }

  private Delay stepsDown() {
    return Delay.upTo(settings.loopWait())
        .then(Delay.exactly(settings.retryTimeout()))
        .since(Delay.upTo(MOST_RETRY_PAUSE))
        .then(MACHINE_STEPS_DOWN);
  }

  private Delay standbyGone() {
    return sessionExpires()
        .sooner(Delay.exactly(replication.senderTimeout()))
        .then(Delay.upTo(settings.loopWait()))
        .then(MACHINE_DROPS_STANDBY);
  }

  private Delay leads() {
    return MACHINE_ELECTS.then(MACHINE_PROMOTES);
  }

  private Delay leadsBesideSilent() {
    return Delay.exactly(STATUS_TIMEOUT).then(leads());
  }

  /** From a server's health to the check that finds it; Patroni calls itself well a bit early. */
  private Delay entrypoint() {
    return Delay.between(
        settings.checkInterval().multipliedBy(Math.max(0, settings.rise() - 1L)),
        settings.checkInterval().multipliedBy(settings.rise()));
  }

  private Delay ledThere() {
    return entrypoint().since(MACHINE_PROMOTES).orNone();
  }

  private Delay served() {
    return upToPause().then(MACHINE_WRITES);
  }

  private Delay servedEarly() {
    return upToPause().then(MACHINE_WRITES_EARLY);
  }

  /**
   * The same while the entrypoint may lead to the old leader as well. As long as that is called UP,
   * every other try goes there, and hangs until the client gives up; two clients are at it.
   */
  private Delay servedBeside() {
    Duration stays =
        settings.untilSilentIsDown().minus(settings.checkInterval().multipliedBy(settings.rise()));
    if (stays.compareTo(CLIENT_TIMEOUT) < 0) {
      return servedEarly();
    }
    Delay hangs = Delay.exactly(CLIENT_TIMEOUT);
    Delay again = Delay.NONE.or(0.5, hangs.then(Delay.NONE.or(0.5, hangs)));
    Delay client = Delay.upTo(CLIENT_TIMEOUT).then(again);
    return client.sooner(client).then(servedEarly());
  }

  private static Delay upToPause() {
    return Delay.upTo(CLIENT_PAUSE);
  }

  private Calibration failover(Delay keyFree, Delay leads, Delay served) {
    Delay ledThere = ledThere();
    Map<Stage, Delay> stages = new EnumMap<>(Stage.class);
    stages.put(Stage.KEY_FREE, keyFree);
    stages.put(Stage.LEADS, leads);
    stages.put(Stage.LED_THERE, ledThere);
    stages.put(Stage.SERVED, served);
    stages.put(Stage.WRITES_AGAIN, keyFree.then(leads).then(ledThere).then(served));
    return new Calibration(Since.FAULT, stages);
  }

  private static Calibration whole(Delay whole) {
    return Calibration.of(Since.FAULT, whole);
  }

  private static Calibration healed(Delay whole) {
    return Calibration.of(Since.HEALING, whole);
  }

  private static Delay between(long from, long to) {
    return Delay.between(Duration.ofMillis(from), Duration.ofMillis(to));
  }

  private static Delay around(long lowest, long mean, long highest) {
    return Delay.around(
        Duration.ofMillis(lowest), Duration.ofMillis(mean), Duration.ofMillis(highest));
  }
}

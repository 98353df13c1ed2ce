package org.halab.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.halab.domain.OutageBound;
import org.halab.domain.OutageBound.Since;
import org.halab.domain.ReplicationSettings;
import org.halab.domain.Settings;
import org.halab.domain.Span;
import org.halab.observe.Sql;
import org.halab.workload.NumberedRows;
import org.junit.jupiter.api.Test;

/** By settings that are all different: each must be found in the stages that it decides. */
class CalibrationsTest {
  private static final Duration TTL = Duration.ofSeconds(40);
  private static final Duration LOOP_WAIT = Duration.ofSeconds(14);
  private static final Duration RETRY = Duration.ofSeconds(11);
  private static final Duration TICK = Duration.ofSeconds(4);
  private static final Duration INTER = Duration.ofSeconds(2);
  private static final Duration CHECK = Duration.ofSeconds(3);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Settings SETTINGS =
      new Settings(TTL, LOOP_WAIT, RETRY, TICK, INTER, CHECK, CONNECT, 3, 1);
  private static final ReplicationSettings REPLICATION =
      new ReplicationSettings(
          Duration.ofSeconds(70),
          Duration.ofSeconds(80),
          Duration.ofSeconds(6),
          Duration.ofSeconds(7));
  private static final Calibrations ALL = new Calibrations(SETTINGS, REPLICATION);

  /** (loop_wait - 2) / 2: the DCS hears of a session once in this time. */
  private static final double PING = 6;

  @Test
  void goesByTheClientsThatWork() {
    assertThat(Calibrations.CLIENT_TIMEOUT).isEqualTo(Sql.TIMEOUT);
    assertThat(Calibrations.CLIENT_PAUSE).isEqualTo(NumberedRows.PAUSE);
  }

  @Test
  void aSessionEndsAfterItsLastPingAtATick() {
    Span free = span(ALL.crash(), Stage.KEY_FREE);

    assertThat(seconds(free.mean())).isEqualTo(40 - PING / 2 + 4 / 2.0);
    assertThat(seconds(free.lowest())).isBetween(40 - PING, 40 - PING + 1);
    assertThat(seconds(free.highest())).isBetween(43.0, 44.0);
  }

  @Test
  void whoStandsStillIsAskedForTwoSeconds() {
    assertThat(mean(ALL.silent(), Stage.LEADS))
        .isEqualTo(mean(ALL.crash(), Stage.LEADS) + 2, within());
    assertThat(mean(ALL.cutOff(), Stage.LEADS)).isEqualTo(mean(ALL.silent(), Stage.LEADS));
  }

  @Test
  void theEntrypointNeedsAsManyGoodChecksAsRiseSays() {
    double late = mean(ALL.crash(), Stage.LED_THERE);

    assertThat(late).as("(3 - 1) x 2 s to 3 x 2 s, less a bit").isBetween(4.5, 5.0);
  }

  @Test
  void allOfItIsItsStages() {
    Calibration crash = ALL.crash();

    assertThat(crash.since()).isEqualTo(Since.FAULT);
    assertThat(mean(crash, Stage.WRITES_AGAIN))
        .isEqualTo(
            mean(crash, Stage.KEY_FREE)
                + mean(crash, Stage.LEADS)
                + mean(crash, Stage.LED_THERE)
                + mean(crash, Stage.SERVED),
            within());
  }

  @Test
  void aLeaderWithoutTheDcsTriesInItsNextRoundAndStepsDown() {
    double noticed = mean(ALL.lockLost(), Stage.NOTICED);

    assertThat(noticed).isBetween(14 / 2.0 + 11 - 0.5 + 0.5, 14 / 2.0 + 11 + 1.0);
    assertThat(mean(ALL.dcsMute(), Stage.KEY_FREE))
        .as("the ping after the fault counts, not the one before")
        .isEqualTo(mean(ALL.lockLost(), Stage.KEY_FREE) + PING, within());
  }

  @Test
  void aFrozenPatroniIsNoticedByTheSlowestChecks() {
    Span noticed = span(ALL.patroniSilent(), Stage.NOTICED);

    assertThat(seconds(noticed.lowest())).as("timeout check + inter").isBetween(5.0, 5.2);
    Settings patient = new Settings(TTL, LOOP_WAIT, RETRY, TICK, INTER, CHECK, CONNECT, 3, 5);
    assertThat(mean(new Calibrations(patient, REPLICATION).patroniSilent(), Stage.NOTICED))
        .as("four checks more, each of connect + inter")
        .isEqualTo(seconds(noticed.mean()) + 4 * (1 + 2), within());
  }

  @Test
  void aStandbyThatIsGoneIsDroppedInTheNextRound() {
    assertThat(whole(ALL.standbyLost())).isBetween(14 / 2.0, 14 / 2.0 + 1);
    assertThat(whole(ALL.standbySilent())).isBetween(70 + 14 / 2.0, 70 + 14 / 2.0 + 2);
    assertThat(whole(ALL.standbyDeaf()))
        .as("its next report puts that off")
        .isEqualTo(whole(ALL.standbySilent()) + 6 / 2.0, within());
    assertThat(whole(ALL.standbyFrozen()))
        .as("its session ends before wal_sender_timeout")
        .isBetween(39 + 14 / 2.0, 39 + 14 / 2.0 + 1);
    assertThat(whole(ALL.standbyCutOff())).isGreaterThan(whole(ALL.standbyFrozen()));
  }

  @Test
  void patroniStartsItsPostgresInItsNextRound() {
    assertThat(whole(ALL.restartedByPatroni())).isBetween(14 / 2.0 + 0.5, 14 / 2.0 + 2);
  }

  @Test
  void aStandbyThatWasRefusedAsksAgainLaterUnlessItIsDroppedBefore() {
    Span again = span(ALL.restartedByItself(), Stage.WRITES_AGAIN);
    assertThat(seconds(again.highest())).as("it asks after 7 s").isBetween(7.0, 10.0);
    assertThat(seconds(again.lowest())).as("a round comes sooner").isBetween(0.5, 2.0);
    assertThat(seconds(again.mean())).isBetween(5.0, 7.0);
    assertThat(whole(ALL.outOfMemory())).isBetween(5.0, 7.5);
    assertThat(whole(ALL.standbyRestartedByItself())).isLessThan(7);
    assertThat(whole(ALL.restartedInOrder())).isLessThan(7);
    assertThat(whole(ALL.containerRestarted())).isLessThan(7);
  }

  @Test
  void aStoppedLeaderThatIsCalledUpForLongKeepsClientsWaiting() {
    Settings patient = new Settings(TTL, LOOP_WAIT, RETRY, TICK, INTER, CHECK, CONNECT, 3, 5);

    assertThat(mean(new Calibrations(patient, REPLICATION).graceful(), Stage.SERVED))
        .isGreaterThan(mean(ALL.graceful(), Stage.SERVED) + 1);
    assertThat(mean(new Calibrations(patient, REPLICATION).crash(), Stage.SERVED))
        .as("by then it is not any more")
        .isEqualTo(mean(ALL.crash(), Stage.SERVED));
  }

  @Test
  void whatIsOutlastedIsCountedFromTheHealing() {
    assertThat(ALL.entrypointMoves().since()).isEqualTo(Since.HEALING);
    assertThat(ALL.entrypointStarts().since()).isEqualTo(Since.HEALING);
    assertThat(ALL.pathBack().since()).isEqualTo(Since.HEALING);
    assertThat(ALL.dcsBack().since()).isEqualTo(Since.HEALING);
    assertThat(whole(ALL.pathBack())).as("(3 - 1/2) x 2 s, and a bit").isBetween(5.0, 6.5);
  }

  /** What is waited for must not be shorter than what can be expected. */
  @Test
  void theHighestIsWithinTheBound() {
    Bounds bounds = new Bounds(SETTINGS);
    Map<Function<Calibrations, Calibration>, OutageBound> all =
        Map.of(
            Calibrations::graceful, bounds.graceful(),
            Calibrations::crash, bounds.crash(),
            Calibrations::cutOff, bounds.crash(),
            Calibrations::dcsMute, bounds.lockLost(),
            Calibrations::restartedByPatroni, bounds.restartInPlace(),
            Calibrations::standbyLost, bounds.standbyLost(),
            Calibrations::standbySilent, bounds.standbySilent(REPLICATION.senderTimeout()),
            Calibrations::entrypointStarts, bounds.pathBack(),
            Calibrations::dcsBack, bounds.dcsBack());

    all.forEach(
        (computed, bound) ->
            assertThat(span(computed.apply(ALL), Stage.WRITES_AGAIN).highest())
                .as(bound.toString())
                .isLessThan(bound.total()));
  }

  private static Span span(Calibration one, Stage stage) {
    return one.stages().get(stage).span();
  }

  private static double mean(Calibration one, Stage stage) {
    return seconds(span(one, stage).mean());
  }

  private static double whole(Calibration one) {
    return mean(one, Stage.WRITES_AGAIN);
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1000.0;
  }

  /** Lengths are told in steps of 10 ms. */
  private static Offset<Double> within() {
    return Offset.offset(0.02);
  }
}

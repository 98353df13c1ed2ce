package org.halab.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.OutageBound.Since;
import org.halab.timing.Stage;
import org.junit.jupiter.api.Test;

class MeasuredTest {
  private static final String KILLED = "the leader is killed";

  @Test
  void cutsAFailoverIntoItsStages() {
    Map<Stage, Duration> stages =
        Measured.in(
            Records.of(KILLED)
                .outage(0.05, 31.9, 32.4)
                .event(Kind.LOCK_GONE, 29.5)
                .event(Kind.LOCK_TAKEN, 29.6)
                .event(Kind.WRITE_TAKEN, 30.1, Map.of("node", "pg-slave"))
                .up("pg-master", 2)
                .up("pg-slave", 31.2)
                .made(),
            Since.FAULT);

    assertThat(stages)
        .isEqualTo(
            Map.of(
                Stage.NOTICED, millis(50),
                Stage.KEY_FREE, millis(29_500),
                Stage.LEADS, millis(600),
                Stage.LED_THERE, millis(1_100),
                Stage.SERVED, millis(700),
                Stage.LAST_FAILED, millis(500),
                Stage.WRITES_AGAIN, millis(31_900)));
  }

  @Test
  void whatASlowerWatchSawTooLateTookNoTime() {
    Map<Stage, Duration> stages =
        Measured.in(
            Records.of(KILLED)
                .outage(0, 30.5, 30.2)
                .event(Kind.LOCK_TAKEN, 29.6)
                .event(Kind.WRITE_TAKEN, 30.1, Map.of("node", "pg-slave"))
                .up("pg-slave", 29.9)
                .made(),
            Since.FAULT);

    assertThat(stages)
        .as("a key that was not seen free was free when it was taken")
        .containsEntry(Stage.KEY_FREE, millis(29_600))
        .containsEntry(Stage.LED_THERE, Duration.ZERO)
        .containsEntry(Stage.SERVED, millis(400))
        .containsEntry(Stage.LAST_FAILED, Duration.ZERO);
  }

  @Test
  void whatIsOutlastedIsCountedFromTheHealing() {
    assertThat(
            Measured.in(
                Records.of("the entrypoint is killed").healed(5).outage(0.1, 6.2, 6).made(),
                Since.HEALING))
        .containsEntry(Stage.WRITES_AGAIN, millis(1_200))
        .doesNotContainKeys(Stage.KEY_FREE, Stage.LEADS);
  }

  @Test
  void whereNothingFailedItIsTheLongestPause() {
    assertThat(
            Measured.in(
                Records.of("the replica is stopped")
                    .write(-0.1, 0.1, true)
                    .write(0.2, 2.4, true)
                    .write(2.5, 2.6, true)
                    .made(),
                Since.FAULT))
        .isEqualTo(Map.of(Stage.WRITES_AGAIN, millis(2_300)));
  }

  @Test
  void onlyTwoNodesWithZooKeeperAreComputed() {
    assertThat(Measured.fits(Records.of(KILLED).made())).isTrue();
    assertThat(Measured.fits(Records.of(KILLED).role("postgresql2").made())).isFalse();
    assertThat(Measured.fits(Records.of(KILLED).with("tickTime", 0.5).made())).isFalse();
  }

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }
}

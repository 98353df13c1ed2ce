package org.halab.checker.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LockEnd;
import org.halab.domain.LogLine;
import org.junit.jupiter.api.Test;

class LockEndTest {
  @Test
  void aClosedSessionOfTheOldLeaderIsARelease() {
    assertThat(Failovers.of(Failovers.RELEASED, Failovers.PROMOTED).lockEnd())
        .isEqualTo(LockEnd.RELEASED);
  }

  @Test
  void aClosedSessionOfTheOtherNodeIsNone() {
    LogLine other =
        Failovers.line(1.1, "pg-master", "INFO: Zookeeper session closed, state: CLOSED");

    assertThat(Failovers.of(other).lockEnd()).isEqualTo(LockEnd.UNCLEAR);
  }

  @Test
  void anExpiryOfTheSessionThatHeldTheLockIsAnExpiry() {
    assertThat(Failovers.of(30.3, Failovers.EXPIRED, Failovers.PROMOTED).lockEnd())
        .isEqualTo(LockEnd.EXPIRED);
  }

  @Test
  void anExpiryOfAnotherSessionIsNone() {
    LogLine other =
        Failovers.line(2, "zoo", "Expiring session 0x1000000000a0009, timeout of 4000ms exceeded");

    assertThat(Failovers.of(other).lockEnd()).isEqualTo(LockEnd.UNCLEAR);
  }

  @Test
  void bothOrNeitherAreUnclear() {
    assertThat(Failovers.of(30.3, Failovers.RELEASED, Failovers.EXPIRED).lockEnd())
        .isEqualTo(LockEnd.UNCLEAR);
    assertThat(Failovers.of().lockEnd()).isEqualTo(LockEnd.UNCLEAR);
  }

  @Test
  void whatWasLoggedAfterTheLockWasTakenDoesNotCount() {
    assertThat(Failovers.of(Failovers.RELEASED, Failovers.EXPIRED).lockEnd())
        .isEqualTo(LockEnd.RELEASED);
  }

  @Test
  void aLockThatNeverChangedWasKept() {
    Failover failover =
        Failovers.of(
            List.of(new LockChange(Failovers.FAULT.minusSeconds(3), Optional.of(Failovers.BEFORE))),
            Failovers.RELEASED);

    assertThat(failover.lockEnd()).isEqualTo(LockEnd.KEPT);
    assertThat(failover.lockTaken()).isEmpty();
  }

  @Test
  void aLockThatNobodyCouldReadIsNotSaidToBeKept() {
    List<LockChange> kept =
        List.of(new LockChange(Failovers.FAULT.minusSeconds(3), Optional.of(Failovers.BEFORE)));
    Lane silent =
        Failovers.lockLane(
            Failovers.change(-3, "postgresql1"), Failovers.change(2, Lane.NO_ANSWER));
    Lane silentForATime =
        Failovers.lockLane(
            Failovers.change(-3, "postgresql1"),
            Failovers.change(2, Lane.NO_ANSWER),
            Failovers.change(9, "postgresql1"));

    assertThat(Failovers.of(silent, kept).lockEnd()).isEqualTo(LockEnd.UNSEEN);
    assertThat(Failovers.of(silentForATime, kept).lockEnd()).isEqualTo(LockEnd.KEPT);
  }

  @Test
  void whileTheDcsIsSilentOnlyAnExpiryCounts() {
    Lane silent =
        Failovers.lockLane(
            Failovers.change(-3, "postgresql1"), Failovers.change(0.1, Lane.NO_ANSWER));
    List<LockChange> free =
        List.of(
            new LockChange(Failovers.FAULT.minusSeconds(3), Optional.of(Failovers.BEFORE)),
            new LockChange(Failovers.at(31), Optional.empty()));

    assertThat(Failovers.of(silent, free, Failovers.RELEASED).lockEnd()).isEqualTo(LockEnd.UNSEEN);
    assertThat(Failovers.of(silent, free, Failovers.EXPIRED).lockEnd()).isEqualTo(LockEnd.EXPIRED);
    assertThat(Failovers.of(silent, free, Failovers.RELEASED, Failovers.EXPIRED).lockEnd())
        .isEqualTo(LockEnd.EXPIRED);
  }

  @Test
  void aLeaseThatIsGoneAfterASilenceMayHaveBeenForgotten() {
    Lane silent =
        Failovers.lockLane(
            Failovers.change(-3, "postgresql1"),
            Failovers.change(0.1, Lane.NO_ANSWER),
            Failovers.change(4.2, "nobody"));
    Lane blink =
        Failovers.lockLane(
            Failovers.change(-3, "postgresql1"),
            Failovers.change(0.1, Lane.NO_ANSWER),
            Failovers.change(0.4, "postgresql1"));
    List<LockChange> gone =
        List.of(
            new LockChange(Failovers.FAULT.minusSeconds(3), Optional.of(Failovers.BEFORE)),
            new LockChange(Failovers.at(4.2), Optional.empty(), LockEnd.EXPIRED));

    assertThat(Failovers.of(silent, gone).lockEnd()).isEqualTo(LockEnd.UNSEEN);
    assertThat(Failovers.of(blink, gone).lockEnd()).isEqualTo(LockEnd.EXPIRED);
  }

  @Test
  void aLockThatItsHolderTakesAgainIsRenewed() {
    LockChange before =
        new LockChange(Failovers.FAULT.minusSeconds(3), Optional.of(Failovers.BEFORE));
    LockChange again =
        new LockChange(
            Failovers.at(4.5),
            Optional.of(new LeaderLock("postgresql1", "0x1000000000a0007", Failovers.at(4.4))),
            LockEnd.RELEASED);

    assertThat(Failovers.of(List.of(before, again)).lockEnd()).isEqualTo(LockEnd.RENEWED);
    assertThat(
            Failovers.of(
                    List.of(before, new LockChange(Failovers.at(4.4), Optional.empty()), again))
                .lockEnd())
        .isEqualTo(LockEnd.RENEWED);
  }

  @Test
  void whatTheDcsTellsOfTheEndGoesBeforeTheLogs() {
    Failover failover =
        Failovers.of(
            List.of(
                new LockChange(Failovers.FAULT.minusSeconds(3), Optional.of(Failovers.BEFORE)),
                new LockChange(Failovers.at(30), Optional.empty(), LockEnd.EXPIRED)),
            Failovers.RELEASED);

    assertThat(failover.lockEnd()).isEqualTo(LockEnd.EXPIRED);
  }

  @Test
  void whatWasLoggedBeforeTheFaultDoesNotCount() {
    LogLine early = Failovers.line(-5, "pg-slave", Failovers.RELEASED.text());

    assertThat(Failovers.of(early).lockEnd()).isEqualTo(LockEnd.UNCLEAR);
  }

  @Test
  void measuresHowLongTheLockOutlivedTheFault() {
    assertThat(Failovers.of().lockOutlivedFault()).contains(Duration.ofMillis(1200));
    assertThat(Failovers.of().lockTaken()).contains(Failovers.at(1.3));
  }
}

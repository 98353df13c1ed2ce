package org.halab.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.halab.domain.Settings;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Settings GUIDE = settings(30, 10, 3);

  @Test
  void aCrashIsGivenTheTtlAndMoreThanAStop() {
    Deadlines deadlines = new Deadlines(GUIDE);

    assertThat(deadlines.crashFailover().limit()).isEqualTo(Duration.ofSeconds(30 + 2 + 10 + 15));
    assertThat(deadlines.gracefulFailover().limit()).isEqualTo(Duration.ofSeconds(10 + 10 + 15));
  }

  @Test
  void theEntrypointIsGivenTheChecksItNeeds() {
    assertThat(new Deadlines(GUIDE).entrypointSwitched().limit())
        .isEqualTo(Duration.ofSeconds(4 * 3 + 5 + 15));
  }

  @Test
  void everyOneIsWhatItsDerivationSays() {
    Deadlines deadlines = new Deadlines(GUIDE);

    assertThat(deadlines.leaderElected().limit()).isEqualTo(Duration.ofSeconds(30 + 10 + 45 + 15));
    assertThat(deadlines.standbyAssigned().limit()).isEqualTo(Duration.ofSeconds(4 * 10 + 45 + 15));
    assertThat(deadlines.replicated().limit()).isEqualTo(Duration.ofSeconds(10 + 15));
    assertThat(deadlines.memberAnswers().limit()).isEqualTo(Duration.ofSeconds(2 * 10 + 15));
    assertThat(deadlines.memberAnswersAfterDcs().limit())
        .isEqualTo(Duration.ofSeconds(30 + 2 * 10 + 15));
    assertThat(deadlines.orderCarriedOut().limit()).isEqualTo(Duration.ofSeconds(2 * 10 + 15));
    assertThat(deadlines.postgresStarted().limit()).isEqualTo(Duration.ofSeconds(2 * 10 + 10 + 15));
    assertThat(deadlines.engineActs().limit()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void longerSettingsGiveLongerDeadlines() {
    Deadlines slow = new Deadlines(settings(60, 20, 6));
    Deadlines guide = new Deadlines(GUIDE);

    assertThat(slow.leaderElected().limit()).isGreaterThan(guide.leaderElected().limit());
    assertThat(slow.standbyAssigned().limit()).isGreaterThan(guide.standbyAssigned().limit());
    assertThat(slow.gracefulFailover().limit()).isGreaterThan(guide.gracefulFailover().limit());
    assertThat(slow.crashFailover().limit()).isGreaterThan(guide.crashFailover().limit());
    assertThat(slow.entrypointSwitched().limit()).isGreaterThan(guide.entrypointSwitched().limit());
    assertThat(slow.replicated().limit()).isGreaterThan(guide.replicated().limit());
    assertThat(slow.memberAnswers().limit()).isGreaterThan(guide.memberAnswers().limit());
    assertThat(slow.orderCarriedOut().limit()).isGreaterThan(guide.orderCarriedOut().limit());
    assertThat(slow.postgresStarted().limit()).isGreaterThan(guide.postgresStarted().limit());
  }

  private static Settings settings(int ttl, int loopWait, int checkInterval) {
    return new Settings(
        Duration.ofSeconds(ttl),
        Duration.ofSeconds(loopWait),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        Duration.ofSeconds(checkInterval),
        Duration.ofSeconds(5),
        2,
        3);
  }
}

package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halab.checker.MonotonicReads.Step;
import org.halab.domain.Sighting;
import org.junit.jupiter.api.Test;

class MonotonicReadsTest {
  @Test
  void aSessionThatSeesMoreAndMoreIsSound() {
    assertThat(
            judge(read("s", "leader", 1, 5), read("s", "leader", 2, 5), read("s", "leader", 3, 6)))
        .isEmpty();
  }

  @Test
  void aSessionThatSeesLessIsNot() {
    Sighting high = read("s", "leader", 1, 5);
    Sighting low = read("s", "leader", 2, 4);

    assertThat(judge(low, high)).containsExactly(new Step(high, low));
  }

  @Test
  void everyReadBelowTheHighestCounts() {
    assertThat(
            judge(read("s", "leader", 1, 9), read("s", "leader", 2, 4), read("s", "leader", 3, 5)))
        .hasSize(2);
  }

  @Test
  void leaderAndReplicaAreJudgedApart() {
    assertThat(judge(read("s", "leader", 1, 9), read("s", "replica", 2, 7))).isEmpty();
    assertThat(judge(read("s", "replica", 1, 9), read("s", "replica", 2, 7))).hasSize(1);
  }

  @Test
  void sessionsAreJudgedApart() {
    assertThat(judge(read("one", "leader", 1, 9), read("two", "leader", 2, 7))).isEmpty();
  }

  private static List<Step> judge(Sighting... reads) {
    return MonotonicReads.judge(List.of(reads)).steps();
  }

  private static Sighting read(String session, String place, int second, long seen) {
    return new Sighting(session, place, Histories.at(second), seen);
  }
}

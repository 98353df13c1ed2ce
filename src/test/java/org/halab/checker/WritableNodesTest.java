package org.halab.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halab.checker.WritableNodes.Overlap;
import org.halab.domain.WriteProbe;
import org.junit.jupiter.api.Test;

class WritableNodesTest {
  @Test
  void oneNodeAfterTheOtherIsSound() {
    assertThat(judge(taken("a", 1), taken("a", 3), refused("a", 5), taken("b", 6), taken("b", 8)))
        .isEmpty();
  }

  @Test
  void aWriteBetweenTwoInARowOfAnotherNodeIsAnOverlap() {
    assertThat(judge(taken("a", 1), taken("b", 3), taken("a", 5)))
        .containsExactly(new Overlap(taken("a", 1), taken("b", 3), taken("a", 5)));
  }

  @Test
  void anOldLeaderThatTakesOneMoreWriteAmongTheNewOnesIsFound() {
    assertThat(
            judge(
                taken("a", 1),
                refused("a", 3),
                taken("b", 4),
                taken("a", 6),
                taken("b", 8),
                refused("a", 9)))
        .hasSize(1);
  }

  @Test
  void leadingAgainAfterAnotherLedIsNoOverlap() {
    assertThat(judge(taken("a", 1), refused("a", 3), taken("b", 4), refused("b", 6), taken("a", 7)))
        .isEmpty();
  }

  private static List<Overlap> judge(WriteProbe... probes) {
    return WritableNodes.judge(List.of(probes)).overlaps();
  }

  private static WriteProbe taken(String node, int second) {
    return probe(node, second, true);
  }

  private static WriteProbe refused(String node, int second) {
    return probe(node, second, false);
  }

  private static WriteProbe probe(String node, int second, boolean taken) {
    return new WriteProbe(node, Histories.at(second), Histories.at(second).plusMillis(500), taken);
  }
}

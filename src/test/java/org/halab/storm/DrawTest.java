package org.halab.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.halab.fault.Faults;
import org.halab.fault.NamedFault;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final int MANY = 2000;

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(Draw.strikes(7, 50))
        .isEqualTo(Draw.strikes(7, 50))
        .isNotEqualTo(Draw.strikes(8, 50));
    assertThat(Draw.strikes(7, 20)).isEqualTo(Draw.strikes(7, 50).subList(0, 20));
  }

  /** On every machine and by every version: a seed that somebody has told stays good. */
  @Test
  void whatASeedDrawsStaysSo() {
    assertThat(Draw.strikes(1, 4).stream().map(Strike::toString))
        .containsExactly(
            "the leader is cut off from the DCS +0.0 s: 5.8 s",
            "nothing from the DCS reaches the leader +0.0 s: 2.5 s",
            "the replica is killed +0.0 s: 15.9 s",
            "the leader's Patroni is killed +0.0 s: 2.1 s;"
                + " the entrypoint is cut off from everything +4.4 s: 34.6 s");
  }

  @Test
  void everythingThatCanBeDrawnIsAFault() {
    assertThat(Draw.FAULTS)
        .doesNotHaveDuplicates()
        .isSubsetOf(Faults.all().stream().map(NamedFault::words).toList());
  }

  @Test
  void oneToThreeStrikeAtOnceForUpToFortySeconds() {
    List<Strike> many = Draw.strikes(3, MANY);

    assertThat(many.stream().collect(Collectors.groupingBy(one -> one.hits().size())))
        .containsOnlyKeys(1, 2, 3);
    assertThat(many)
        .allSatisfy(
            one -> {
              assertThat(one.hits().get(0).at()).isZero();
              assertThat(one.hits().stream().map(Hit::fault)).doesNotHaveDuplicates();
              if (one.hits().size() > 1) {
                assertThat(one.hits().stream().map(Hit::fault))
                    .doesNotContainAnyElementsOf(Draw.ALONE);
              }
              assertThat(one.hits())
                  .allSatisfy(
                      hit ->
                          assertThat(hit.length())
                              .isBetween(Duration.ofMillis(100), Duration.ofSeconds(40)));
            });
    assertThat(many.stream().flatMap(one -> one.hits().stream()).map(Hit::fault).distinct())
        .containsExactlyInAnyOrderElementsOf(Draw.FAULTS);
  }
}

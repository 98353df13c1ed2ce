package org.halab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.halab.domain.Node;
import org.junit.jupiter.api.Test;

class SilentNodesTest {
  private static final Node ONE = new Node("pg-1", "one");
  private static final Node TWO = new Node("pg-2", "two");
  private static final Node THREE = new Node("pg-3", "three");

  private Instant now = Instant.parse("2026-01-01T10:00:00Z");
  private final SilentNodes nodes = new SilentNodes(() -> now);

  @Test
  void aNodeThatDidNotAnswerIsAskedLast() {
    nodes.silent(ONE);

    assertThat(nodes.last(List.of(ONE, TWO, THREE))).containsExactly(TWO, THREE, ONE);
  }

  @Test
  void ifNoneAnsweredTheyAreAskedInTheirOrder() {
    List.of(THREE, TWO, ONE).forEach(nodes::silent);

    assertThat(nodes.last(List.of(ONE, TWO, THREE))).containsExactly(ONE, TWO, THREE);
  }

  @Test
  void oneThatAnsweredAgainHasItsPlaceBack() {
    nodes.silent(ONE);
    nodes.answered(ONE);

    assertThat(nodes.last(List.of(ONE, TWO))).containsExactly(ONE, TWO);
  }

  @Test
  void afterAWhileItIsTriedAgain() {
    nodes.silent(ONE);
    now = now.plusSeconds(30);

    assertThat(nodes.last(List.of(ONE, TWO))).containsExactly(ONE, TWO);
  }
}

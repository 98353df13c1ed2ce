package org.halab.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halab.changes.UnifiedDiff.Kind;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void eachLineSaysWhatBecameOfIt() {
    UnifiedDiff diff =
        UnifiedDiff.of("a", List.of("1", "2", "-- 3"), "b", List.of("1", "two", "-- 3", "+ 4"));

    assertThat(diff).hasToString("--- a\n+++ b\n@@ -1,3 +1,4 @@\n 1\n-2\n+two\n -- 3\n++ 4");
    assertThat(diff.lines())
        .extracting(UnifiedDiff.Line::kind)
        .containsExactly(
            Kind.FILE,
            Kind.FILE,
            Kind.HUNK,
            Kind.SAME,
            Kind.REMOVED,
            Kind.ADDED,
            Kind.SAME,
            Kind.ADDED);
  }

  @Test
  void aRemovedLineMayLookLikeAName() {
    assertThat(UnifiedDiff.of("a", List.of("-- 1", "2"), "b", List.of("2"), 0).lines())
        .last()
        .isEqualTo(new UnifiedDiff.Line(Kind.REMOVED, "--- 1"));
  }

  @Test
  void withoutContextTheChangedLinesStandAlone() {
    assertThat(UnifiedDiff.of("f", List.of("1", "2", "3"), "f", List.of("1", "x", "3"), 0))
        .hasToString("--- f\n+++ f\n@@ -2,1 +2,1 @@\n-2\n+x");
  }

  @Test
  void theSameHasNoLines() {
    assertThat(UnifiedDiff.of("a", List.of("1"), "b", List.of("1")).lines()).isEmpty();
  }
}

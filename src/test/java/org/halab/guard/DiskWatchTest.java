package org.halab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.halab.finding.Finding;
import org.halab.finding.Severity;
import org.junit.jupiter.api.Test;

class DiskWatchTest {
  private static final OptionalLong MUCH = OptionalLong.of(100L << 30);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final DiskWatch.Due due = new DiskWatch.Due();

  @Test
  void theFirstLookCounts() {
    assertThat(due.at(MUCH, START)).isTrue();
    assertThat(due.at(MUCH, START.plusSeconds(1))).isFalse();
  }

  @Test
  void whatTheDiskHasLostSinceIsCountedAtOnce() {
    due.at(MUCH, START);
    OptionalLong less = OptionalLong.of(MUCH.getAsLong() - DiskWatch.WORTH_COUNTING);
    assertThat(due.at(less, START.plusSeconds(1))).isTrue();
    assertThat(due.at(less, START.plusSeconds(2))).isFalse();
  }

  @Test
  void aLittleIsCountedInTime() {
    due.at(MUCH, START);
    assertThat(due.at(MUCH, START.plus(DiskWatch.LONGEST_UNCOUNTED))).isFalse();
    assertThat(due.at(MUCH, START.plus(DiskWatch.LONGEST_UNCOUNTED).plusMillis(1))).isTrue();
  }

  @Test
  void whereTheDiskIsNotSeenItIsCountedInTimeToo() {
    assertThat(due.at(OptionalLong.empty(), START)).isTrue();
    assertThat(due.at(OptionalLong.empty(), START.plusSeconds(1))).isFalse();
    assertThat(due.at(OptionalLong.empty(), START.plusSeconds(31))).isTrue();
  }

  @Test
  void whoHasWrittenMostIsNamedFirst() {
    Finding finding = DiskWatch.finding(Map.of("a", 1L << 20, "b", 5L << 30));
    assertThat(finding.severity()).isEqualTo(Severity.FATAL);
    assertThat(finding.evidence()).containsExactly("b: 5120 MB", "a: 1 MB");
  }
}

package org.halab.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultSummaryTest {
  private final List<FaultSummary> all = FaultSummary.of(Samples.experiments());

  @Test
  void experimentsOfOneScenarioAndStackBelongTogether() {
    assertThat(all).extracting(FaultSummary::scenario).hasSize(2).doesNotHaveDuplicates();
    assertThat(all).extracting(one -> one.experiments().size()).containsExactly(1, 2);
  }

  @Test
  void tellsTheMedianAndTheRangeOfTheOutages() {
    FaultSummary killed = all.get(1);

    assertThat(killed.toFirstSuccess()).contains(new Spread(2, (31.11 + 33.31) / 2, 31.11, 33.31));
    assertThat(killed.toLastFailure().orElseThrow().most()).isEqualTo(34.1);
  }

  @Test
  void tellsTheLengthsOfPhases() {
    assertThat(all.get(1).phases())
        .isNotEmpty()
        .allSatisfy((name, one) -> assertThat(one.count()).isEqualTo(2));
  }

  @Test
  void countsAcknowledgedAndLostRowsOverAll() {
    long acknowledged =
        Samples.experiments().stream().mapToLong(one -> one.verdict().acknowledged()).sum();

    assertThat(all.stream().mapToLong(FaultSummary::acknowledged).sum()).isEqualTo(acknowledged);
    assertThat(all).allMatch(one -> one.lost() == 0);
  }
}

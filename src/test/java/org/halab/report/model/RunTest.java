package org.halab.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunTest {
  private final Run run = Samples.run();

  @Test
  void whatIsPlannedAndWasNotCarriedOutIsLeft() {
    assertThat(run.left())
        .extracting(Planned::place)
        .containsExactly("features/3-high-availability/entrypoint.feature:10");
  }

  @Test
  void aScenarioFailsWithAnyOfItsSteps() {
    assertThat(run.count(Verdict.PASSED)).isEqualTo(3);
    assertThat(run.count(Verdict.FAILED)).isEqualTo(1);
  }

  @Test
  void aScenarioHasTheExperimentsOfItsPlace() {
    assertThat(run.scenarios().map(one -> run.experiments(one).size())).containsExactly(0, 0, 1, 2);
  }

  @Test
  void recordsOfAnEarlierRunOfASeriesAreNotThisRuns() {
    Run later =
        new Run(
            Samples.STARTED.plusSeconds(3600),
            run.took(),
            run.versions(),
            run.features(),
            run.planned(),
            run.experiments());

    assertThat(later.scenarios().map(one -> later.experiments(one).size())).containsOnly(0);
  }

  @Test
  void aFeatureBelongsToThePartOfItsTag() {
    assertThat(run.features())
        .extracting(GuidePart::of)
        .containsExactly(GuidePart.PART_2, GuidePart.TASK_A1);
  }

  @Test
  void aTaskIsShownByAllItsScenariosAnItemByThoseWithItsTag() {
    assertThat(run.scenarios().filter(one -> GuidePart.shows(one, "A1"))).hasSize(2);
    assertThat(run.scenarios().filter(one -> GuidePart.shows(one, "G2.1"))).hasSize(1);
  }
}

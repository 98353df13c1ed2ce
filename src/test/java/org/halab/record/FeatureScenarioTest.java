package org.halab.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureScenarioTest {
  private final List<FeatureScenario> entrypoints =
      FeatureScenario.in(Path.of("features", "tasks", "entrypoints.feature"));

  @Test
  void eachExampleIsAScenarioWithItsNameAndItsBackground() {
    FeatureScenario killed =
        entrypoints.stream()
            .filter(one -> one.name().equals("the leader is killed, as printed"))
            .findFirst()
            .orElseThrow();

    assertThat(killed.rule()).startsWith("As printed");
    assertThat(killed.steps()).contains("a running cluster", "the leader is killed");
    assertThat(killed.place()).matches("features/tasks/entrypoints\\.feature:\\d+");
    assertThat(entrypoints).extracting(FeatureScenario::place).doesNotHaveDuplicates();
  }
}

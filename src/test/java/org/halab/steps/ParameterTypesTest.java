package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.halab.cluster.FaultName;
import org.junit.jupiter.api.Test;

class ParameterTypesTest {
  @Test
  void everyFaultHasASentenceAndNoOther() {
    assertThat(ParameterTypes.FAULTS.split("\\|"))
        .containsExactlyInAnyOrder(FaultName.pattern().split("\\|"));
  }
}

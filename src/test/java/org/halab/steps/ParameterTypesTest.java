package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.halab.fault.FaultName;
import org.junit.jupiter.api.Test;

class ParameterTypesTest {
  @Test
  void everyFaultHasASentenceAndNoOther() {
    assertThat(ParameterTypes.FAULTS.split("\\|"))
        .containsExactlyInAnyOrder(FaultName.pattern().split("\\|"));
  }

  @Test
  void everyRussianSentenceIsOfAFault() {
    assertThat(ParameterTypes.RUSSIAN_FAULTS.split("\\|"))
        .allSatisfy(words -> assertThat(new ParameterTypes().fault(words)).as(words).isNotNull());
  }
}

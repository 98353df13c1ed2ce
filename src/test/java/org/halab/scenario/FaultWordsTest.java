package org.halab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.halab.fault.ContainerDown;
import org.halab.fault.Faults;
import org.halab.fault.NamedFault;
import org.junit.jupiter.api.Test;

class FaultWordsTest {
  @Test
  void everyFaultOfTheCatalogueCanBeSaid() {
    assertThat(Faults.all())
        .allSatisfy(
            fault -> {
              assertThat(FaultWords.named(fault.words())).isSameAs(fault);
              assertThat(FaultWords.parameterType().getRegexps())
                  .anyMatch(regexp -> fault.words().matches(regexp));
            });
  }

  @Test
  void noTwoFaultsHaveTheSameWords() {
    assertThat(Faults.all()).extracting(NamedFault::words).doesNotHaveDuplicates();
  }

  @Test
  void aFaultCanBeSaidInRussianToo() {
    assertThat(FaultWords.named("лидер убит")).isSameAs(ContainerDown.LEADER_KILLED);
  }

  @Test
  void anotherFaultIsNotKnown() {
    assertThatThrownBy(() -> FaultWords.named("the moon is full"))
        .hasMessageContaining("the moon is full");
  }
}

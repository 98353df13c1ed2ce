package org.halab.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
  private final Tags tags = new Tags(Set.of("part-2", "task-A1", "G1.4"));

  @ParameterizedTest
  @ValueSource(strings = {"", "part-2", "task-A1 | G1.4", "!(part-2&G1.4)", "part-2,G1.4", "any()"})
  void whatTheFeaturesBearIsTaken(String groups) {
    assertThatCode(() -> tags.require(groups)).doesNotThrowAnyException();
  }

  @Test
  void aTagThatNoScenarioHasIsNamed() {
    assertThatThrownBy(() -> tags.require("part-2 | part-9"))
        .isInstanceOf(LabException.class)
        .hasMessageStartingWith("-Dgroups='part-2 | part-9': no scenario has the tag part-9.");
  }

  @Test
  void whatIsNoExpressionIsRefused() {
    assertThatThrownBy(() -> tags.require("part-2 &"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("is no tag expression");
  }

  @Test
  void theFeaturesBearTheGuidesItems() {
    assertThat(Tags.ofFeatures().names())
        .contains("guide", "G2.4", "series")
        .doesNotContain("@guide");
  }
}

package org.halab.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.halab.stack.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "true", "guide", "@guide"})
  void withoutAWordTheGuide(String asked) {
    assertThat(Selection.arguments(asked)).containsExactly("--tags", "@guide", "features");
  }

  @ParameterizedTest
  @CsvSource({
    "part-2, @part-2",
    "task-A1 | G1.4, @task-A1 or @G1.4",
    "part-1 & !(Q1|Q2), @part-1 and not ( @Q1 or @Q2 )",
    "@part-1 and not @Q1, @part-1 and not @Q1"
  })
  void tagsAreWrittenAsForGroups(String asked, String tags) {
    assertThat(Selection.arguments(asked)).containsExactly("--tags", tags, "features");
  }

  @Test
  void featuresAreTakenByTheirFiles() {
    assertThat(Selection.arguments("features/a.feature:8, features/2-replication"))
        .containsExactly("features/a.feature:8", "features/2-replication");
  }

  @Test
  void whatIsNeitherIsRefused() {
    assertThatThrownBy(() -> Selection.arguments("part-1 &"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("part-1 &")
        .hasMessageContaining("part-2");
  }
}

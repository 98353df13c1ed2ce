package org.halab.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.halab.domain.LabException;
import org.halab.message.Language;
import org.halab.selection.Edition;
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
    assertThat(arguments(asked)).containsExactly("--tags", "@guide", "features/ru");
  }

  @ParameterizedTest
  @CsvSource({
    "part-2, @part-2",
    "task-A1 | G1.4, @task-A1 or @G1.4",
    "part-1 & !(Q1|Q2), @part-1 and not ( @Q1 or @Q2 )",
    "@part-1 and not @Q1, @part-1 and not @Q1"
  })
  void tagsAreWrittenAsForGroups(String asked, String tags) {
    assertThat(arguments(asked)).containsExactly("--tags", tags, "features/ru");
  }

  @Test
  void featuresAreTakenByTheirFiles() {
    assertThat(arguments("features/a.feature:8, features/2-replication"))
        .containsExactly("features/a.feature:8", "features/2-replication");
  }

  @Test
  void theFeaturesOfOneLanguageAreTaken() {
    assertThat(arguments("features")).containsExactly("features/ru");
    assertThat(Selection.arguments("part-2", new Edition(Language.ENGLISH)))
        .contains("features/2-replication")
        .doesNotContain("features/ru", "features");
  }

  @Test
  void whatIsNeitherIsRefused() {
    assertThatThrownBy(() -> arguments("part-1 &"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("part-1 &")
        .hasMessageContaining("part-2");
  }

  @Test
  void aTagThatNoScenarioHasIsNamed() {
    assertThatThrownBy(() -> arguments("part-1 | part-9"))
        .isInstanceOf(LabException.class)
        .hasMessageStartingWith("-Dlab.walk=part-1 | part-9: no scenario has the tag part-9.");
  }

  private static List<String> arguments(String asked) {
    return Selection.arguments(asked, new Edition(new Language("ru")));
  }
}

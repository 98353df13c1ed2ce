package org.halab.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.halab.domain.LabException;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;

class EditionTest {
  private static final String ENGLISH = "features/tasks/rejoin.feature";
  private static final String RUSSIAN = "features/ru/tasks/rejoin.feature";

  private final Edition english = new Edition(Language.ENGLISH);
  private final Edition russian = new Edition(new Language("ru"));

  @Test
  void aFeatureIsInOneEdition() {
    assertThat(english.has(ENGLISH)).isTrue();
    assertThat(english.has(RUSSIAN)).isFalse();
    assertThat(russian.has(ENGLISH)).isFalse();
    assertThat(russian.has(RUSSIAN)).isTrue();
  }

  @Test
  void itsDirectoriesHoldNoOther() {
    assertThat(russian.directories()).containsExactly("features/ru");
    assertThat(english.directories()).contains("features/tasks").doesNotContain("features/ru");
  }

  @Test
  void aLanguageWithoutFeaturesIsNone() {
    assertThatCode(russian::require).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Edition(new Language("fr")).require())
        .isInstanceOf(LabException.class)
        .hasMessageContaining("-Dlab.language=fr: there are no features in this language");
  }

  @Test
  void onlyFeaturesThatWereAskedForByNameAreRunInAnotherLanguage() {
    assertThat(LanguageSelection.byName(null)).isFalse();
    assertThat(LanguageSelection.byName("features/")).isFalse();
    assertThat(LanguageSelection.byName(RUSSIAN + ":8")).isTrue();
  }
}

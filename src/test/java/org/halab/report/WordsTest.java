package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"org.halab.report.written.texts"})
  void everyTextIsThereInRussian(String bundle) {
    ResourceBundle english = in(bundle, "en");
    ResourceBundle russian = in(bundle, "ru");

    assertThat(russian.getLocale().getLanguage()).isEqualTo("ru");
    assertThat(english.keySet())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(russian.getString(key)).as(key).isNotBlank());
    assertThat(russian.keySet()).isEqualTo(english.keySet());
  }

  private static ResourceBundle in(String bundle, String language) {
    return ResourceBundle.getBundle(
        bundle,
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}

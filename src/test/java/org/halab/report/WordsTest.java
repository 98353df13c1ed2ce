package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @ValueSource(strings = {"org.halab.report.written.texts"})
  void everyTextIsThereInRussianWithTheSameArguments(String bundle) {
    ResourceBundle english = in(bundle, "en");
    ResourceBundle russian = in(bundle, "ru");

    assertThat(russian.getLocale().getLanguage()).isEqualTo("ru");
    assertThat(english.keySet())
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(arguments(russian.getString(key)))
                    .as(key)
                    .isEqualTo(arguments(english.getString(key))));
    assertThat(russian.keySet()).isEqualTo(english.keySet());
  }

  private static ResourceBundle in(String bundle, String language) {
    return ResourceBundle.getBundle(
        bundle,
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

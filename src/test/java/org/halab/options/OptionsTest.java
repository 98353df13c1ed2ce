package org.halab.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Pattern GIVEN = Pattern.compile("(?<=-D)lab\\.[a-z.-]+[a-z]");

  @Test
  void nothingGivenIsTheGuideInEnglish() {
    Options none = new Options(new Properties());

    assertThat(none.complaint()).isEmpty();
    assertThat(none.project()).isEqualTo(Path.of("docker").toAbsolutePath());
    assertThat(none.stack()).isEqualTo("guide");
    assertThat(none.language()).isEqualTo("en");
    assertThat(none.clusters()).isEmpty();
    assertThat(none.setup()).isEqualTo("on");
    assertThat(none.live()).isTrue();
    assertThat(none.interactive()).isFalse();
    assertThat(none.series()).isFalse();
    assertThat(none.printedAddresses()).isFalse();
  }

  @Test
  void valuesAreTheirs() {
    assertThat(given("lab.clusters", "3").clusters()).hasValue(3);
    assertThat(given("lab.live", "off").live()).isFalse();
    assertThat(given("lab.walk", "part-2").walk()).isEqualTo("part-2");
  }

  @Test
  void aStormEndsAfterStrikesOrMinutesAndAfterTenStrikesIfNobodySays() {
    assertThat(new Options(new Properties()).stormStrikes()).isEqualTo(10);
    assertThat(new Options(new Properties()).stormLimit()).isEmpty();
    assertThat(given("lab.storm.strikes", "25").stormStrikes()).isEqualTo(25);
    assertThat(given("lab.storm.minutes", "120").stormLimit()).hasValue(Duration.ofHours(2));
    assertThat(given("lab.storm.minutes", "120").stormStrikes()).isGreaterThan(1000);
  }

  @Test
  void aValueThatCannotBeIsToldWithWhatCan() {
    for (String wrong : List.of("abc", "0", "-1", "1.5", "9999")) {
      assertThat(given("lab.clusters", wrong).complaint())
          .contains(
              "-Dlab.clusters=" + wrong + ": write how many features run at once, 1 for example.");
    }
    assertThat(given("lab.setup", "no").complaint()).contains("-Dlab.setup=no: write on or off.");
    assertThat(given("lab.language", "Russian").complaint())
        .contains("-Dlab.language=Russian: write a language of the features: en or ru.");
  }

  @Test
  void aNameThatNoneHasIsToldWithThoseThatThereAre() {
    assertThat(given("lab.langauge", "ru").complaint())
        .hasValueSatisfying(
            told ->
                assertThat(told)
                    .startsWith("-Dlab.langauge=ru: there is no such property. There are ")
                    .contains("-Dlab.language")
                    .doesNotContain("lab.interactive"));
  }

  @Test
  void othersPropertiesAreNoneOfOurs() {
    assertThat(given("label", "x").complaint()).isEmpty();
  }

  @Test
  void nobodyElseNamesAPropertyOrAPlaceBelowTarget() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      assertThat(sources.filter(file -> file.toString().endsWith(".java")))
          .filteredOn(file -> !file.getParent().endsWith("options"))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .doesNotContain("\"lab.")
                      .doesNotContain("Path.of(\"target\""));
    }
  }

  @Test
  void whatTheReadmeTellsToGiveCanBeGiven() throws IOException {
    assertThat(
            GIVEN
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .distinct())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(Option.of(name)).isPresent());
  }

  private static Options given(String property, String value) {
    Properties properties = new Properties();
    properties.setProperty(property, value);
    return new Options(properties);
  }
}

package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.halab.message.Language;
import org.halab.report.model.GuidePart;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts texts = new Texts(Language.ENGLISH);

  @Test
  void everyPartAndItemOfTheGuideHasItsWords() {
    assertThat(GuidePart.values()).allMatch(part -> texts.has("part." + part.id()));
    assertThat(Arrays.stream(GuidePart.values()).flatMap(part -> part.items().stream()))
        .allMatch(item -> texts.has("item." + item));
  }

  @Test
  void aLanguageThatIsMissingIsEnglish() {
    assertThat(new Texts(new Language("tlh")).get("contents")).isEqualTo("Contents");
    assertThat(new Texts(new Language("tlh")).language()).isEqualTo("en");
  }

  @Test
  void tellsTimesRoughly() {
    assertThat(texts.roughly(Duration.ofMillis(61_400))).isEqualTo("61 s");
    assertThat(texts.roughly(Duration.ofSeconds(365))).isEqualTo("6 min 5 s");
    assertThat(texts.seconds(9.06)).isEqualTo("9.1 s");
  }
}

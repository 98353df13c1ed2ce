package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasebookTest {
  private final Phrasebook russian = Phrasebook.of("ru");

  @Test
  void leadsThereAndBack() {
    assertThat(russian.say("yes")).isEqualTo("да");
    assertThat(russian.english("да")).isEqualTo("yes");
  }

  @Test
  void whatItDoesNotHaveStaysAsItIs() {
    assertThat(russian.say("SELECT 1")).isEqualTo("SELECT 1");
    assertThat(russian.english("Казань")).isEqualTo("Казань");
  }

  @Test
  void aLanguageWithoutABookSaysEverythingInEnglish() {
    assertThat(Phrasebook.of("en").say("yes")).isEqualTo("yes");
  }
}

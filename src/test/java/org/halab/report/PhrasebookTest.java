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
  void whatStandsInAHoleIsAPhraseToo() {
    assertThat(russian.say("A write succeeded after 3.2 s of waiting"))
        .isEqualTo("Запись удалась после 3.2 с ожидания");
    assertThat(russian.say("all of ZooKeeper was stopped")).isEqualTo("весь ZooKeeper остановлен");
  }

  @Test
  void tellsWhatABoundIsMadeOf() {
    assertThat(
            russian.say(
                "lock held 20.0 s (10 s to shut down + loop_wait) + the machine 10.0 s (allowance for a busy machine)"))
        .isEqualTo(
            "блокировка ещё держится 20.0 с (10 с на остановку + loop_wait) + запас на машину 10.0 с (запас на занятость машины)");
  }

  @Test
  void aLanguageWithoutABookSaysEverythingInEnglish() {
    assertThat(Phrasebook.of("en").say("yes")).isEqualTo("yes");
  }
}

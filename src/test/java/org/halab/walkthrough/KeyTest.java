package org.halab.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import org.halab.walkthrough.Key.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {
  @ParameterizedTest
  @CsvSource({
    "'', GO_ON",
    "'  ', GO_ON",
    "s, STATE",
    "S, STATE",
    "state, STATE",
    "l, LOG",
    "c, RUN_SCENARIO",
    "C, RUN_ALL",
    "q, QUIT",
    "quit, QUIT",
    "?, HELP",
    "x, HELP",
    "sx, HELP"
  })
  void aLineIsAKey(String line, Action action) {
    assertThat(Key.of(line).action()).isEqualTo(action);
  }

  @Test
  void aLogIsAskedForByName() {
    assertThat(Key.of(" l  pg-slave ")).isEqualTo(new Key(Action.LOG, "pg-slave"));
  }

  @Test
  void theEndOfTheInputQuits() {
    assertThat(Key.of(null).action()).isEqualTo(Action.QUIT);
  }

  @ParameterizedTest
  @CsvSource({"ы, STATE", "д, LOG", "с, RUN_SCENARIO", "С, RUN_ALL", "й, QUIT"})
  void theSameKeysOfARussianKeyboard(String line, Action action) {
    assertThat(Key.of(line).action()).isEqualTo(action);
  }
}

package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCharactersTest {
  @ParameterizedTest
  @CsvSource({
    "a\u001b[31mred\u001b[0m,ared",
    "a\u0000b,ab",
    "a\u007fb,ab",
    "a\u009fb,ab",
    "a\u202eb,ab",
    "a\u2069b,ab",
    "a\ufffeb,ab",
    "a\ud800b,ab"
  })
  void whatNoPageCanHoldIsLeftOut(String text, String shown) {
    assertThat(PlainCharacters.of(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\n\ttab\r\n", "Лидер – «pg-master»", "a\u0085b", "\ud83d\ude00"})
  void allElseStays(String text) {
    assertThat(PlainCharacters.of(text)).isEqualTo(text);
  }
}

package org.halab.grade.written;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void whatPeopleWriteStaysAsItIs() {
    String said = "haproxy.cfg:21 «GET /master» — no, 100 % <fine> 日本 ✓ 😀";
    assertThat(PlainText.line(said, 100)).isEqualTo(said);
  }

  @Test
  void whatIsNoTextGoes() {
    assertThat(PlainText.line("\u001B[31;1mred\u001B[0m\u0007\u0000 \u202Eturned\u2066\uFEFF", 100))
        .isEqualTo("red turned");
    assertThat(PlainText.line("a\r\nb\u2028c\u0085d\te", 100)).isEqualTo("a b c d e");
    assertThat(PlainText.line("\uD800lone\uFFFE", 100)).isEqualTo("lone");
  }

  @Test
  void whatIsLongIsCutBetweenCharacters() {
    assertThat(PlainText.line("😀".repeat(10), 5)).isEqualTo("😀".repeat(4) + "…");
    assertThat(PlainText.line("x".repeat(5), 5)).isEqualTo("xxxxx");
    assertThat(PlainText.line("x".repeat(50_000_000), 5)).isEqualTo("xxxx…");
  }
}

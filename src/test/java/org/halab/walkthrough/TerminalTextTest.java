package org.halab.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void wrapsAtWordsBehindTheMargin() {
    assertThat(TerminalText.wrapped("one two three\nfour", "  ", 9))
        .isEqualTo("  one two\n  three\n  four");
  }

  @Test
  void aWordThatIsTooLongHasALineOfItsOwn() {
    assertThat(TerminalText.wrapped("a incomprehensible b", "", 5))
        .isEqualTo("a\nincomprehensible\nb");
  }

  @Test
  void flowingTextLosesItsLineBreaks() {
    assertThat(TerminalText.flowing("one\n   two\n")).isEqualTo("one two");
  }

  @Test
  void anExcerptTellsHowMuchItLeavesOut() {
    assertThat(TerminalText.excerpt("a\nb\nc\nd\n", " ", 2))
        .isEqualTo(" a\n b\n … and 2 more lines");
  }

  @Test
  void aSingleLineIsNotLeftOut() {
    assertThat(TerminalText.excerpt("a\nb\nc", "", 2)).isEqualTo("a\nb\nc");
  }
}

package org.halab.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalSizeTest {
  @Test
  void readsRowsAndColumns() {
    assertThat(TerminalSize.read("40 110\n")).contains(new TerminalSize(40, 110));
  }

  @Test
  void aTerminalThatKnowsNoSizeHasNone() {
    assertThat(TerminalSize.read("0 0\n")).isEmpty();
    assertThat(TerminalSize.read("")).isEmpty();
  }
}

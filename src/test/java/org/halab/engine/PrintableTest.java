package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void whatSteersATerminalIsOnlySeen() {
    assertThat(Printable.text("\u001B[2Jgone\u0007\u009B1m\n\tПривет"))
        .isEqualTo("\uFFFD[2Jgone\uFFFD\uFFFD1m\n\tПривет");
  }

  @Test
  void soItIsInLogsAndInWhatIsToldOfCommands() {
    assertThat(TimestampedLog.parse("zoo", "2026-01-01T00:00:00Z \u001B[2Jgone").get(0).text())
        .isEqualTo("\uFFFD[2Jgone");
    assertThat(new CommandResult(1, "\u001B[2Jgone\n").lastLines(1)).isEqualTo("\uFFFD[2Jgone");
  }
}

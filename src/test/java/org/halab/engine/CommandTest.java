package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CommandTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Test
  void givesOutputAndExitCode() {
    List<String> lines = new ArrayList<>();

    CommandResult result =
        Command.run(
            List.of("sh", "-c", "echo one; echo $WORD >&2; exit 3"),
            Map.of("WORD", "two"),
            LIMIT,
            lines::add);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.succeeded()).isFalse();
    assertThat(lines).containsExactly("one", "two");
    assertThat(result.lastLines(1)).isEqualTo("two");
  }

  @Test
  void aCommandThatDoesNotEndIsKilled() {
    assertThatThrownBy(
            () ->
                Command.run(
                    List.of("sh", "-c", "echo working; sleep 60"),
                    Map.of(),
                    Duration.ofMillis(500),
                    line -> {}))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("did not end within")
        .hasMessageContaining("working");
  }

  @Test
  void nothingOfThisMachinesEnvironmentIsPassedOnUnlessItIsSaid(@TempDir Path directory) {
    List<String> ask = List.of("/bin/sh", "-c", "echo $WORD in $(pwd), home $HOME");

    assertThat(Command.runWithOnly(Map.of("WORD", "two"), directory, ask, LIMIT, line -> {}))
        .extracting(CommandResult::output)
        .isEqualTo("two in " + directory + ", home\n");
    assertThat(Command.run(ask, Map.of("HOME", "/known"), LIMIT, line -> {}).output())
        .contains("home /known");
  }

  @Test
  void aMissingCommandIsNamed() {
    assertThatThrownBy(() -> Command.run(List.of("no-such-command"), Map.of(), LIMIT, line -> {}))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("no-such-command")
        .hasMessageContaining("PATH");
  }
}

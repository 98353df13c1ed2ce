package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EngineSetupTest {
  private static final Path SCRIPT = Path.of("docker", "setup.sh");
  private static final Pattern WAIT = Pattern.compile("(?m)^readonly \\w+_SECONDS=(\\d+)$");
  private static final Duration WORK = Duration.ofMinutes(10);

  @Test
  void theLimitLeavesTimeToWorkAfterEveryWaitOfTheScript() throws IOException {
    List<Duration> waits =
        WAIT.matcher(Files.readString(SCRIPT)).results().map(EngineSetupTest::seconds).toList();

    assertThat(waits).contains(Duration.ofSeconds(600));
    assertThat(EngineSetup.SETUP_LIMIT).isGreaterThan(waits.stream().reduce(WORK, Duration::plus));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeadEngineIsNamedAndNothingIsInstalledInItsPlace(@TempDir Path scratch) {
    CommandResult result =
        Command.run(
            List.of("bash", SCRIPT.toString()),
            Map.of("DOCKER_HOST", "unix:///nowhere/engine.sock", "TMPDIR", scratch.toString()),
            Duration.ofSeconds(30),
            line -> {});

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.output())
        .contains("unix:///nowhere/engine.sock")
        .contains("run the same command again");
  }

  private static Duration seconds(MatchResult wait) {
    return Duration.ofSeconds(Long.parseLong(wait.group(1)));
  }
}

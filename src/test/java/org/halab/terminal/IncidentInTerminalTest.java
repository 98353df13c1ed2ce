package org.halab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.halab.engine.Command;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.engine.EngineSetup;
import org.halab.engine.Labels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("terminal")
class IncidentInTerminalTest {
  private static final String PROMPT = "hint · check · give up > ";
  private static final Path WRITTEN = Path.of("target", "incident", "post-mortem.md");
  private static Engine engine;

  @BeforeAll
  static void engine() {
    engine = new EngineSetup(Path.of("docker").toAbsolutePath(), line -> {}).ensure();
  }

  @Test
  void isFoundWithAHintMendedFromOutsideAndWrittenDown() throws Exception {
    Files.deleteIfExists(WRITTEN);
    try (MavenInTerminal maven =
        MavenInTerminal.start("-q", "test", "-Dlab.incident=forgotten-transaction")) {
      maven.awaitText("You are on duty");
      maven.awaitText("Something has happened. A client was told: ");
      maven.awaitText(PROMPT);
      String project = engine.container("pg-master").labels().get(Labels.COMPOSE_PROJECT);

      maven.type("hint\n");
      maven.awaitText("Hint 1 of 3: ");
      maven.awaitText("90 points");
      maven.awaitText(PROMPT);
      maven.type("check\n");
      maven.awaitText("Not yet well:");
      maven.awaitText("every write of the clients to be acknowledged");
      maven.awaitText(PROMPT);
      assertThat(mend().output()).contains("t");
      // A client's last complaint counts for some seconds.
      do {
        maven.type("check\n");
      } while (!maven.awaitAnyOf(PROMPT, "Post-mortem: forgotten-transaction").startsWith("Post"));
      maven.awaitText("none is lost");
      maven.awaitText("Points: 90 of 100 (hints taken: 1)");
      maven.awaitText("containers, networks and volumes are removed");

      assertThat(maven.awaitExit()).isZero();
      assertThat(WRITTEN).content().contains("month-end report", "Points: 90 of 100");
      assertThat(engine.containers(Labels.ofProject(project))).isEmpty();
      assertThat(engine.volumes(Labels.ofProject(project))).isEmpty();
    }
  }

  @Test
  void refusesANameThatNoneHas() throws Exception {
    try (MavenInTerminal maven = MavenInTerminal.start("-q", "test", "-Dlab.incident=fire")) {
      maven.awaitText("no incident is called so. There are follows-nobody, ");
      assertThat(maven.awaitExit()).isNotZero();
      assertThat(maven.output()).doesNotContain(PROMPT, "brings up");
    }
  }

  /** As one does it beside the terminal, whichever node leads. */
  private static CommandResult mend() {
    return Command.run(
        List.of(
            "docker",
            "exec",
            "pg-master",
            "psql",
            "postgresql://postgres:postgres@haproxy/postgres",
            "-c",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'month-end report'"),
        Map.of("DOCKER_HOST", engine.address()),
        Duration.ofSeconds(30),
        line -> {});
  }
}

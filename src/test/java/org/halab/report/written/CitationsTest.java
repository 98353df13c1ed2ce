package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halab.domain.LogLine;
import org.halab.domain.Table;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Feature;
import org.halab.report.model.Rule;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Step;
import org.halab.report.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitationsTest {
  private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");
  private static final LogLine KEPT = new LogLine(AT, "zoo", "Expiring session 0x1");
  private static final LogLine GONE = new LogLine(AT.plusSeconds(1), "zoo", "binding to port");

  @TempDir Path logs;

  @Test
  void aLineThatIsInNoKeptLogIsFound() throws IOException {
    Files.createDirectories(logs.resolve("halab-1"));
    Files.writeString(
        logs.resolve("halab-1/zoo.log"), KEPT.at() + " started\n" + KEPT.at() + " " + KEPT.text());
    Citations citations = new Citations(run("halab-1", List.of(KEPT, GONE)), logs);

    assertThat(citations.all()).extracting(Citations.Cited::line).containsExactly(KEPT, GONE);
    assertThat(citations.unkept()).extracting(Citations.Cited::line).containsExactly(GONE);
  }

  @Test
  void whereNoClusterIsKnownNothingIsKept() {
    assertThat(new Citations(run("", List.of(KEPT)), logs).unkept()).hasSize(1);
  }

  private static Run run(String cluster, List<LogLine> cited) {
    Step step =
        new Step(
            "Then ",
            "it is told from the logs",
            List.of(),
            Verdict.PASSED,
            Duration.ZERO,
            "",
            List.of(new Exhibit.Log("log", cited, false)));
    Scenario scenario =
        new Scenario(
            "features/a.feature:3",
            "scenario",
            "",
            List.of(),
            Duration.ZERO,
            List.of(step),
            cluster,
            "");
    return new Run(
        AT,
        Duration.ZERO,
        new Table(List.of("stack", "part", "version", "said by"), List.of()),
        List.of(
            new Feature(
                "features/a.feature",
                "feature",
                "",
                List.of(),
                List.of(new Rule("", "", List.of(scenario))))),
        List.of(),
        List.of());
  }
}

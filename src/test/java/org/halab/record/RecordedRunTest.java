package org.halab.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cucumber.query.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.domain.Table;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Experiment;
import org.halab.report.model.Run;
import org.halab.report.model.Step;
import org.halab.report.written.Citations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a real run has recorded, in which a container of each kind was made anew: the scenarios'
 * messages, the faults' records and the clusters' logs, as they lay beside its report.
 */
class RecordedRunTest {
  private static final Path RECORD = Path.of("src", "test", "resources", "run");
  private static final Pattern WAITED =
      Pattern.compile("A write succeeded after (\\d+\\.\\d) s of waiting");

  private static Run run;

  @BeforeAll
  static void read() throws IOException {
    run =
        new RunReader(
                new Query(WriteAgain.messages(RECORD.resolve("cucumber.ndjson"))),
                RunNotes.read(RECORD.resolve("run.json")))
            .read(
                List.of(),
                new Table(List.of("stack", "part", "version", "said by"), List.of()),
                RECORD.resolve("experiments"));
  }

  @Test
  void everyCitedLineIsInAKeptLog(@TempDir Path nothing) {
    Citations citations = new Citations(run, RECORD.resolve("logs"));

    assertThat(citations.all()).hasSizeGreaterThan(20);
    assertThat(citations.unkept()).isEmpty();
    assertThat(new Citations(run, nothing).unkept()).hasSameSizeAs(citations.all());
  }

  @Test
  void aWaitIsAsLongAsItsStep() {
    List<Step> waits =
        run.scenarios()
            .flatMap(scenario -> scenario.steps().stream())
            .filter(step -> waited(step).findFirst().isPresent())
            .toList();

    assertThat(waits).isNotEmpty();
    for (Step step : waits) {
      assertThat(waited(step).findFirst().orElseThrow())
          .isCloseTo(step.took().toMillis() / 1000.0, within(0.3));
    }
  }

  private static Stream<Double> waited(Step step) {
    return step.exhibits().stream()
        .filter(Exhibit.Note.class::isInstance)
        .map(one -> WAITED.matcher(((Exhibit.Note) one).text()))
        .filter(Matcher::find)
        .map(matcher -> Double.valueOf(matcher.group(1)));
  }

  @Test
  void whoAnsweredEachReadIsRecorded() {
    List<Experiment.Operation> reads =
        run.experiments().stream()
            .flatMap(experiment -> experiment.operations().stream())
            .filter(one -> one.kind().equals("READ") && one.acknowledged())
            .toList();

    assertThat(reads).isNotEmpty().allSatisfy(one -> assertThat(one.by().node()).startsWith("pg-"));
    assertThat(reads.get(0).by().replica()).isFalse();
  }
}

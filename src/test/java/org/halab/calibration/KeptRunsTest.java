package org.halab.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.domain.OutageBound.Since;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunsTest {
  private static final String KILLED = "the leader is killed";
  private static final String FROZEN = "the leader is frozen";

  private static final Path OURS = Path.of("src", "test", "resources", "calibration");

  @TempDir private Path directory;

  @Test
  void takesWhatARunHasLeftAndCountsIt() throws IOException {
    Path left = directory.resolve("experiments");
    Experiments.write(Records.of(KILLED).made(), left);
    Experiments.write(Records.of(KILLED).at(Records.FAULT.plusSeconds(90)).made(), left);
    Experiments.write(Records.of("the leader's disk is full").made(), left);
    KeptRuns kept = new KeptRuns(directory.resolve("kept"));

    assertThat(kept.takeFrom(left)).isEqualTo(2);
    assertThat(kept.counts()).isEqualTo(Map.of(KILLED, 2));
    assertThat(kept.takeFrom(left)).as("they were moved").isZero();
    assertThat(Files.list(left)).as("what is not computed stays").hasSize(1);
    assertThat(kept.takeFrom(directory.resolve("none"))).isZero();
  }

  @Test
  void onlyWhatIsLackingIsRun() throws IOException {
    Path left = directory.resolve("experiments");
    Experiments.write(Records.of(KILLED).made(), left);
    KeptRuns kept = new KeptRuns(directory.resolve("kept"));
    kept.takeFrom(left);
    List<Example> examples = List.of(new Example(KILLED, 7), new Example(FROZEN, 8));

    assertThat(kept.lacking(examples, 1)).containsExactly(new Example(FROZEN, 8));
    assertThat(kept.lacking(examples, 2)).isEqualTo(examples);
    assertThat(kept.lacking(examples, 0)).isEmpty();
  }

  @Test
  void whatIsKeptMeasuresTheSame() {
    Experiment failed =
        Records.of(KILLED).write(1, 1.1, true).write(2, 9, false).outage(2, 31, 30).made();
    Experiment none = Records.of(FROZEN).write(1, 1.1, true).write(1.2, 5, true).made();

    assertThat(Stream.of(failed, none))
        .allSatisfy(
            one ->
                assertThat(Measured.in(KeptRuns.brief(one), Since.FAULT))
                    .isEqualTo(Measured.in(one, Since.FAULT)));
    assertThat(KeptRuns.brief(failed).operations()).isEmpty();
    assertThat(KeptRuns.brief(none).operations()).hasSize(2);
  }

  /** What the README says was measured is what the runs that are kept with it say. */
  @Test
  void theReadmeHasTheTableOfTheKeptRuns() throws IOException {
    CalibrationTable table = new KeptRuns(OURS).table();

    assertThat(Files.readString(Path.of("README.md")))
        .contains(table.told().toString())
        .contains(table.whole());
  }
}

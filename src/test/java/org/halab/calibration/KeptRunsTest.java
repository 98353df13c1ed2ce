package org.halab.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.halab.report.model.Experiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunsTest {
  private static final String KILLED = "the leader is killed";
  private static final String FROZEN = "the leader is frozen";

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
}

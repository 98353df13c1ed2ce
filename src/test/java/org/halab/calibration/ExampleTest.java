package org.halab.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.halab.domain.ReplicationSettings;
import org.halab.fault.NamedFault;
import org.halab.timing.Stage;
import org.junit.jupiter.api.Test;

/** The feature that the series carries out. */
class ExampleTest {
  private static final Path FEATURE = Path.of("features", "beyond", "calibration.feature");
  private static final int FAULTS = 26;

  @Test
  void eachExampleOfTheFeatureIsComputed() throws IOException {
    List<Example> examples = Example.in(FEATURE);

    assertThat(examples)
        .extracting(Example::fault)
        .hasSizeGreaterThanOrEqualTo(FAULTS)
        .doesNotHaveDuplicates();
    assertThat(Files.readAllLines(FEATURE).stream().map(String::strip))
        .filteredOn(line -> line.startsWith("|") && !line.startsWith("| fault "))
        .as("none is passed over")
        .hasSameSizeAs(examples);
  }

  @Test
  void standsWhereItsLineSays() throws IOException {
    List<String> lines = Files.readAllLines(FEATURE);

    assertThat(Example.in(FEATURE))
        .allSatisfy(
            one -> assertThat(lines.get(one.line() - 1)).contains("| " + one.fault() + " "));
  }

  @Test
  void aFaultThatIsComputedHasAWhole() {
    RecordedSettings settings = new RecordedSettings(Records.of("any").made().settings());

    assertThat(Example.calibrated(null)).isEmpty();
    assertThat(Example.calibrated("the leader's disk is full")).isEmpty();
    NamedFault killed = Example.calibrated("the leader is killed").orElseThrow();
    assertThat(killed.calibration(settings.settings(), ReplicationSettings.DEFAULTS))
        .hasValueSatisfying(one -> assertThat(one.stages()).containsKey(Stage.WRITES_AGAIN));
  }
}

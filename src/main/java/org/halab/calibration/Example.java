package org.halab.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.fault.Faults;
import org.halab.fault.NamedFault;

/**
 * A line of a feature's examples that makes a fault of which the stages are computed.
 *
 * @param fault as the features name it
 * @param line of the file, from 1
 */
public record Example(String fault, int line) {
  private static final String CELL = "\\|";

  /** Those of a feature, in its order; the fault stands in the first column. */
  public static List<Example> in(Path feature) throws IOException {
    List<Example> examples = new ArrayList<>();
    List<String> lines = Files.readAllLines(feature);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("|")) {
        int number = i + 1;
        calibrated(line.split(CELL)[1].strip())
            .ifPresent(fault -> examples.add(new Example(fault.words(), number)));
      }
    }
    return examples;
  }

  /**
   * The fault of that name, if its stages are computed.
   *
   * @param words may be null, as of a record without a name
   */
  static Optional<NamedFault> calibrated(String words) {
    return Faults.all().stream()
        .filter(NamedFault::calibrated)
        .filter(one -> one.words().equals(words))
        .findFirst();
  }
}

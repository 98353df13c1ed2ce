package org.halab;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.halab.calibration.CalibrationTable;
import org.halab.calibration.Example;
import org.halab.calibration.KeptRuns;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.options.Outputs;
import org.halab.record.Progress;
import org.halab.selection.Request;
import org.junit.platform.engine.discovery.FilePosition;

/**
 * Makes each fault whose stages are computed so often, and writes what was measured beside what was
 * computed. It goes on where it was cut off: only what is lacking is run. The README names the
 * command.
 */
public final class CalibrationSeries {
  private static final Path FEATURE = Path.of("features", "beyond", "calibration.feature");

  private CalibrationSeries() {}

  /**
   * @param args how many runs of each fault, 0 to write the table anew; and the directory that the
   *     runs are kept in, if it is not {@code target/calibration}
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 1 || args.length > 2 || !args[0].matches("\\d{1,4}")) {
      System.err.println("Give how many runs of each fault there shall be, for example: 10");
      System.exit(2);
    }
    try {
      Request.require();
      run(Integer.parseInt(args[0]), args.length == 2 ? Path.of(args[1]) : Outputs.CALIBRATION);
    } catch (LabException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    System.exit(0);
  }

  private static void run(int runs, Path directory) throws IOException {
    KeptRuns kept = new KeptRuns(directory);
    kept.takeFrom(Outputs.EXPERIMENTS);
    List<Example> all = Example.in(FEATURE);
    List<Example> lacking = kept.lacking(all, runs);
    write(kept, directory);
    boolean goesOn = true;
    for (int round = 1; goesOn && !lacking.isEmpty(); round++) {
      Progress.say(
          Message.of("calibration.round")
              .with("round", round)
              .with("lacking", lacking.size())
              .with("all", all.size())
              .with("runs", runs));
      Series.execute(
          lacking.stream()
              .map(one -> selectFile(FEATURE.toFile(), FilePosition.from(one.line())))
              .toList());
      goesOn = kept.takeFrom(Outputs.EXPERIMENTS) > 0;
      lacking = kept.lacking(all, runs);
      write(kept, directory);
    }
    if (!goesOn) {
      Progress.say(Message.of("calibration.nothing"));
    }
  }

  private static void write(KeptRuns kept, Path directory) throws IOException {
    CalibrationTable table = kept.table();
    Progress.say(
        Message.of("calibration.written")
            .with("table", table.write(directory))
            .with("told", table.told()));
  }
}

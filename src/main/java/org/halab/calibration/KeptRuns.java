package org.halab.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiments;

/**
 * The records of a series that may be cut off and go on: they lie in a directory of their own, and
 * what is there need not be run again.
 */
public final class KeptRuns {
  private static final String RECORDS = "runs";

  private final Path directory;

  /**
   * @param directory that the series has for itself
   */
  public KeptRuns(Path directory) {
    this.directory = directory;
  }

  public Path records() {
    return directory.resolve(RECORDS);
  }

  /**
   * Takes over the records that a run has left, also one that was cut off; those of faults that
   * nothing is computed for stay where they are.
   *
   * @param left where a run leaves its records
   * @return how many were taken
   */
  public int takeFrom(Path left) throws IOException {
    if (!Files.isDirectory(left)) {
      return 0;
    }
    Files.createDirectories(records());
    int taken = 0;
    try (Stream<Path> files = Files.list(left)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        Experiment record = Experiments.read(file);
        if (isWanted(record)) {
          Files.writeString(records().resolve(name(record)), Experiments.text(brief(record)));
          Files.delete(file);
          taken++;
        }
      }
    }
    return taken;
  }

  /**
   * What the table is made from; a whole record is thirty times as much. Of single operations only
   * the longest pause is measured, and that only where none failed.
   */
  static Experiment brief(Experiment record) {
    boolean failed = record.outage(Measured.WRITE).isPresent();
    return new Experiment(
        record.feature(),
        record.line(),
        record.scenario(),
        record.stack(),
        record.fault(),
        record.settings(),
        record.lanes(),
        failed ? List.of() : Measured.acknowledgedSince(record.fault().at(), record),
        record.events(),
        record.phases(),
        record.outages(),
        record.bound(),
        record.verdict(),
        null,
        null,
        List.of(),
        record.clockErrorMillis(),
        null);
  }

  /** How many runs there are of each fault that there is any of. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    Experiments.in(records()).stream()
        .filter(KeptRuns::isWanted)
        .forEach(one -> counts.merge(one.fault().named(), 1, Integer::sum));
    return counts;
  }

  /** The examples of a feature whose faults were not made so often yet. */
  public List<Example> lacking(List<Example> examples, int runs) {
    Map<String, Integer> counts = counts();
    return examples.stream().filter(one -> counts.getOrDefault(one.fault(), 0) < runs).toList();
  }

  private static boolean isWanted(Experiment record) {
    return Example.calibrated(record.fault().named()).isPresent();
  }

  /** No two faults begin in the same millisecond. */
  private static String name(Experiment record) {
    return "%s-%d.json"
        .formatted(
            record.fault().named().replaceAll("[^A-Za-z0-9]+", "-"),
            record.fault().at().toEpochMilli());
  }

  /** What is computed beside what was measured, of all runs that were kept. */
  public CalibrationTable table() {
    return CalibrationTable.of(records());
  }
}

package org.halab.calibration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.halab.domain.Span;
import org.halab.message.Message;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiments;
import org.halab.timing.Stage;

/**
 * What was computed beside what was measured, as a table for people and as one for programs. It is
 * made from the records of runs alone.
 */
public final class CalibrationTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Below it hundredths of a second are told. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  private static final String MARKDOWN = "calibration.md";
  private static final String DATA = "calibration.json";

  private final List<Row> rows;

  private CalibrationTable(List<Row> rows) {
    this.rows = rows;
  }

  /** Of the records in that directory. */
  public static CalibrationTable of(Path directory) {
    return of(Experiments.in(directory));
  }

  static CalibrationTable of(List<Experiment> records) {
    return new CalibrationTable(Comparison.of(records));
  }

  /**
   * Writes both beside each other.
   *
   * @return the table for people
   */
  public Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(DATA), json());
    return Files.writeString(directory.resolve(MARKDOWN), markdown());
  }

  /** In how many rows all that is claimed holds, for the whole and for its stages. */
  public Message told() {
    return Message.of("calibration.told")
        .with("holds", ofTheWhole().stream().filter(Row::holds).count())
        .with("faults", ofTheWhole().size())
        .with("stagesHold", rows.stream().filter(Row::holds).count())
        .with("stages", rows.size());
  }

  private List<Row> ofTheWhole() {
    return rows.stream().filter(row -> row.stage() == Stage.WRITES_AGAIN).toList();
  }

  String markdown() {
    return "%s\n\n%s\n\n%s\n\n%s\n"
        .formatted(
            told(),
            Message.of("calibration.columns"),
            whole(),
            table(rows.stream().filter(row -> row.stage() != Stage.WRITES_AGAIN).toList(), true));
  }

  /** The part of it that tells of the whole, from fault to write. */
  String whole() {
    return table(ofTheWhole(), false);
  }

  private static String table(List<Row> rows, boolean stages) {
    String stage = stages ? "| " + Message.of("calibration.stage") + " " : "";
    String head = stage + Message.of("calibration.head");
    return "%s\n%s\n%s"
        .formatted(
            head,
            head.replaceAll("[^|]+", " --- ").strip(),
            rows.stream().map(row -> line(row, stages)).collect(Collectors.joining("\n")));
  }

  private static String line(Row row, boolean stages) {
    Sample measured = row.measured();
    return "%s| %s | %s | %d | %s | %s (%s – %s) | %s | %.0f %%%s | %s%s | %s%s |"
        .formatted(
            stages ? "| " + Message.of("calibration.stage", row.stage()) + " " : "",
            row.fault(),
            row.stack(),
            measured.count(),
            span(row.computed()),
            seconds(measured.median()),
            seconds(measured.least()),
            seconds(measured.most()),
            seconds(measured.percentile95()),
            100 * measured.notLonger(row.computed().highest()),
            mark(row.underHighest()),
            ratio(row.highestToPercentile()),
            mark(row.tight()),
            ratio(row.meanToMedian()),
            mark(row.near()));
  }

  private static String span(Span span) {
    return "%s – %s – %s"
        .formatted(seconds(span.lowest()), seconds(span.mean()), seconds(span.highest()));
  }

  /** Nothing where a claim holds. */
  private static String mark(Claim verdict) {
    return verdict == Claim.HOLDS ? "" : " " + Message.of("calibration.verdict", verdict);
  }

  private static String seconds(Duration length) {
    String form = length.compareTo(SHORT) < 0 ? "%.2f" : "%.1f";
    return String.format(Locale.ROOT, form, inSeconds(length));
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  String json() {
    ArrayNode all = JSON.createArrayNode();
    rows.forEach(row -> all.add(node(row)));
    return all.toPrettyString();
  }

  private static ObjectNode node(Row row) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("fault", row.fault())
            .put("stack", row.stack())
            .put("stage", row.stage().name())
            .put("runs", row.measured().count());
    node.putObject("computed")
        .put("lowest", inSeconds(row.computed().lowest()))
        .put("mean", inSeconds(row.computed().mean()))
        .put("highest", inSeconds(row.computed().highest()));
    node.putObject("measured")
        .put("least", inSeconds(row.measured().least()))
        .put("median", inSeconds(row.measured().median()))
        .put("percentile95", inSeconds(row.measured().percentile95()))
        .put("most", inSeconds(row.measured().most()));
    node.putObject("verdicts")
        .put("underHighest", row.underHighest().name())
        .put("tight", row.tight().name())
        .put("near", row.near().name());
    return node;
  }

  private static double inSeconds(Duration length) {
    return length.toMillis() / 1000.0;
  }
}

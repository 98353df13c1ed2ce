package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.report.RecordedFault.each;
import static org.halab.report.RecordedFault.moment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.report.model.Experiment;
import org.halab.report.model.Run;
import org.halab.report.written.Texts;
import org.halab.report.written.WrittenReport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number that the report tells of a fault is found again, by other means than the product's,
 * in what was recorded: in the clients' operations, in what was seen of each part, in the logs.
 */
class RecomputedNumbersTest {
  private static final Path RECORDED = Path.of("src", "test", "resources", "recorded");
  private static final Pattern DECIMAL = Pattern.compile("(?<![\\d.,])\\d+\\.\\d(?![\\d.])");

  @TempDir Path directory;

  static Stream<Path> recorded() throws IOException {
    try (Stream<Path> files = Files.list(RECORDED)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void theOutages(Path file) throws IOException {
    RecordedFault fault = new RecordedFault(file);

    assertThat(fault.made().outages()).hasSize(2);
    for (Experiment.Outage outage : fault.made().outages()) {
      Out out = out(fault, outage.kind());
      assertThat(outage.firstFailure()).isEqualTo(out.first());
      assertThat(outage.firstSuccess()).isEqualTo(out.success());
      assertThat(outage.lastFailure()).isEqualTo(out.last());
      assertThat(outage.toFirstSuccess()).isEqualTo(seconds(out.first(), out.success()));
      assertThat(outage.toLastFailure()).isEqualTo(seconds(out.first(), out.last()));
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void thePhases(Path file) throws IOException {
    RecordedFault fault = new RecordedFault(file);
    Out out = out(fault, "WRITE");
    List<String> names = new ArrayList<>();
    List<Instant> ends = new ArrayList<>();
    if (out.first().isAfter(fault.at())) {
      names.add("still served");
      ends.add(out.first());
    }
    if (!fault.newLeader().equals(fault.oldLeader())) {
      names.addAll(List.of("lock held", "election", "promotion", "entrypoint switch"));
      ends.add(lock(fault, ""));
      ends.add(lock(fault, fault.newLeader().member()));
      ends.add(moment(fault.json().path("writeTaken")));
      ends.add(up(fault));
    }
    names.add("first write");
    ends.add(out.success());

    List<Experiment.Phase> phases = fault.made().phases();
    assertThat(phases).extracting(Experiment.Phase::name).isEqualTo(names);
    Instant from = fault.at();
    for (int i = 0; i < ends.size(); i++) {
      Instant to = ends.get(i).isBefore(from) ? from : ends.get(i);
      assertThat(phases.get(i).from()).as(names.get(i)).isEqualTo(from);
      assertThat(phases.get(i).to()).as(names.get(i)).isEqualTo(to);
      assertThat(phases.get(i).seconds()).as(names.get(i)).isEqualTo(seconds(from, to));
      from = to;
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void theStory(Path file) throws IOException {
    RecordedFault fault = new RecordedFault(file);
    List<String> told = fault.made().told().stream().map(one -> one.in(Language.ENGLISH)).toList();

    for (String kind : List.of("Writes", "Reads")) {
      Out out = out(fault, kind.equals("Writes") ? "WRITE" : "READ");
      assertThat(told)
          .contains(
              "%s through the entrypoint failed from %s s on; the first succeeded again at %s s, the last failure ended at %s s: %s s to the first success."
                  .formatted(
                      kind,
                      tenths(fault.at(), out.first()),
                      tenths(fault.at(), out.success()),
                      tenths(fault.at(), out.last()),
                      tenths(out.first(), out.success())));
    }
    Set<String> known = moments(fault);
    known.addAll(ofChecks(fault));
    assertThat(told.stream().filter(one -> !one.contains("through the entrypoint failed")))
        .allSatisfy(sentence -> assertThat(known).containsAll(decimals(sentence)));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void theCountsAreOfWritesAlone(Path file) throws IOException {
    RecordedFault fault = new RecordedFault(file);
    Experiment.Judgement verdict = fault.made().verdict();

    assertThat(verdict.acknowledged()).isEqualTo(writes(fault, "ACKNOWLEDGED"));
    assertThat(verdict.rejected()).isEqualTo(writes(fault, "REJECTED"));
    assertThat(verdict.unknown()).isEqualTo(writes(fault, "UNKNOWN"));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void theRowOfTheTableAndOfTheFile(Path file) throws IOException {
    RecordedFault fault = new RecordedFault(file);
    Out out = out(fault, "WRITE");
    new WrittenReport(directory, new Texts(Language.ENGLISH), said -> {})
        .forTheScreenAlone()
        .write(run(fault.made()));

    JsonNode row = new ObjectMapper().readTree(directory.resolve("faults.json").toFile()).path(0);
    assertThat(row.path("toFirstSuccess").path("median").asDouble())
        .isEqualTo(seconds(out.first(), out.success()));
    assertThat(row.path("toLastFailure").path("most").asDouble())
        .isEqualTo(seconds(out.first(), out.last()));
    assertThat(Files.readString(directory.resolve("report.md")))
        .contains(
            "| %s | 1 | %s s | %s s | – | %d | 0 | 0 | 0 |"
                .formatted(
                    fault.json().path("stack").asText(),
                    tenths(out.first(), out.success()),
                    tenths(out.first(), out.last()),
                    writes(fault, "ACKNOWLEDGED")))
        .doesNotContain("outage, median");
  }

  private static Run run(Experiment made) {
    return new Run(
        made.fault().at().minusSeconds(60),
        Duration.ofMinutes(2),
        new Table(List.of("stack", "part", "version", "said by"), List.of()),
        List.of(),
        List.of(),
        List.of(made));
  }

  private record Out(Instant first, Instant success, Instant last) {}

  private static Out out(RecordedFault fault, String kind) {
    List<JsonNode> failed =
        operations(fault, kind)
            .filter(one -> !one.path("outcome").asText().equals("ACKNOWLEDGED"))
            .filter(one -> moment(one.path("end")).isAfter(fault.at()))
            .toList();
    Instant begun =
        failed.stream().map(one -> moment(one.path("start"))).min(order()).orElseThrow();
    Instant known = failed.stream().map(one -> moment(one.path("end"))).min(order()).orElseThrow();
    Instant success =
        operations(fault, kind)
            .filter(one -> one.path("outcome").asText().equals("ACKNOWLEDGED"))
            .filter(one -> !moment(one.path("start")).isBefore(known))
            .map(one -> moment(one.path("end")))
            .min(order())
            .orElseThrow();
    Instant last = failed.stream().map(one -> moment(one.path("end"))).max(order()).orElseThrow();
    return new Out(begun.isBefore(fault.at()) ? fault.at() : begun, success, last);
  }

  private static Comparator<Instant> order() {
    return Comparator.naturalOrder();
  }

  private static Stream<JsonNode> operations(RecordedFault fault, String kind) {
    return each(fault.json().path("operations"))
        .filter(one -> one.path("kind").asText().equals(kind));
  }

  private static long writes(RecordedFault fault, String outcome) {
    return operations(fault, "WRITE")
        .filter(one -> one.path("outcome").asText().equals(outcome))
        .count();
  }

  /** When the key was first seen to be held by somebody, or, of no name, not as before. */
  private static Instant lock(RecordedFault fault, String holder) {
    return Stream.concat(fault.events("LOCK_GONE"), fault.events("LOCK_TAKEN"))
        .filter(
            one -> holder.isEmpty() || one.path("arguments").path("holder").asText().equals(holder))
        .map(one -> moment(one.path("at")))
        .min(order())
        .orElseThrow();
  }

  private static Instant up(RecordedFault fault) {
    return each(fault.json().path("lanes"))
        .filter(lane -> lane.path("kind").asText().equals("server"))
        .filter(lane -> lane.path("name").asText().equals(fault.newLeader().service()))
        .flatMap(lane -> each(lane.path("changes")))
        .filter(change -> change.path("value").asText().equals("UP"))
        .map(change -> moment(change.path("at")))
        .filter(at -> at.isAfter(fault.at()))
        .min(order())
        .orElseThrow();
  }

  /** All seconds from the fault to anything that was recorded; what a story says is one of them. */
  private static Set<String> moments(RecordedFault fault) {
    JsonNode json = fault.json();
    return Stream.of(
            each(json.path("lanes")).flatMap(lane -> each(lane.path("changes"))),
            each(json.path("events")))
        .flatMap(all -> all)
        .map(one -> moment(one.path("at")))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new),
                all -> {
                  all.add(out(fault, "WRITE").first());
                  if (!json.path("fault").path("healedAt").isNull()) {
                    all.add(moment(json.path("fault").path("healedAt")));
                  }
                  return all.stream().map(at -> tenths(fault.at(), at)).collect(Collectors.toSet());
                }));
  }

  /** The time between two checks, and how long a silent server takes to be called DOWN at most. */
  private static List<String> ofChecks(RecordedFault fault) {
    double inter = fault.json().path("settings").path("inter").asDouble();
    double fall = fault.json().path("settings").path("fall").asDouble();
    return Stream.of(inter, 2 * fall * inter).map(RecomputedNumbersTest::tenths).toList();
  }

  private static String tenths(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }

  private static List<String> decimals(String sentence) {
    return DECIMAL.matcher(sentence).results().map(MatchResult::group).toList();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static String tenths(Instant from, Instant to) {
    return tenths(seconds(from, to));
  }
}

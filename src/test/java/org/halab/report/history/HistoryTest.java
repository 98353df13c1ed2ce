package org.halab.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halab.report.history.KeptRun.Figure;
import org.halab.report.history.KeptRun.Name;
import org.halab.report.history.KeptRun.Result;
import org.halab.report.model.Method;
import org.halab.report.model.Samples;
import org.halab.report.model.Spread;
import org.halab.report.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
  private static final Method.Machine HERE = new Method.Machine(2, 8, "Debian", "26");
  private static final Method.Machine ELSEWHERE = new Method.Machine(16, 64, "Debian", "26");

  @TempDir Path directory;

  @Test
  void whatChangedIsToldByWhenAScenarioWasLastCarriedOut() {
    KeptRun first = run(0, "aaa", HERE, Map.of("a", "PASSED", "b", "FAILED", "c", "PASSED"));
    KeptRun second = run(1, "bbb", HERE, Map.of("a", "PASSED", "c", "SKIPPED"));
    KeptRun now = run(2, "ccc", HERE, Map.of("a", "FAILED", "b", "PASSED", "c", "FAILED"));
    History history = new History(now, List.of(second, now, first));

    assertThat(history.last()).contains(second);
    assertThat(history.newlyRed()).containsExactly(name("a"), name("c"));
    assertThat(history.mended()).containsExactly(name("b"));
    assertThat(history.added()).containsExactly(name("b"));
    assertThat(history.removed()).isEmpty();
    assertThat(new History(second, List.of(first)).removed()).containsExactly(name("b"));
  }

  @Test
  void theFirstRunHasNothingToBeComparedWith() {
    KeptRun now = run(0, "aaa", HERE, Map.of("a", "FAILED"));
    History history = new History(now, List.of(now));

    assertThat(history.last()).isEmpty();
    assertThat(history.newlyRed()).isEmpty();
    assertThat(history.added()).isEmpty();
    assertThat(history.flakes()).isEmpty();
  }

  @Test
  void aFlakeHasBothResultsOnOneCommit() {
    History history =
        new History(
            run(3, "aaa", HERE, Map.of("a", "PASSED", "b", "PASSED", "d", "FAILED")),
            List.of(
                run(0, "aaa", HERE, Map.of("a", "FAILED", "b", "PASSED", "d", "FAILED")),
                run(1, "aaa", HERE, Map.of("a", "PASSED")),
                run(2, "zzz", HERE, Map.of("b", "FAILED", "d", "PASSED"))));

    assertThat(history.flakes()).containsExactly(new History.Flake(name("a"), "aaa", 2, 1));
  }

  @Test
  void filesThatDifferFromTheirCommitAreNoCommits() {
    History history =
        new History(
            run(1, "aaa-dirty", HERE, Map.of("a", "PASSED")),
            List.of(run(0, "aaa-dirty", HERE, Map.of("a", "FAILED"))));

    assertThat(history.flakes()).isEmpty();
  }

  @Test
  void outagesAreComparedOnOneMachineAlone() {
    History history =
        new History(
            out(3, HERE, 8.0),
            List.of(out(0, HERE, 10.0), out(1, HERE, null), out(2, ELSEWHERE, 99.0)));

    assertThat(history.runsOnThisMachine()).isEqualTo(3);
    assertThat(history.trends())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.now()).contains(8.0);
              assertThat(one.all()).contains(new Spread(2, 9.0, 8.0, 10.0));
              assertThat(one.runs()).isEqualTo(3);
            });
  }

  @Test
  void anotherStackOrLanguageIsAnotherHistory() {
    KeptRun now = run(1, "aaa", HERE, Map.of("a", "PASSED"));
    KeptRun other =
        new KeptRun(
            KeptRun.VERSION, START, 1, "aaa", HERE, "etcd", "en", List.of(), List.of(), List.of());

    assertThat(new History(now, List.of(other)).last()).isEmpty();
  }

  @Test
  void whatIsKeptIsReadAgain() throws IOException {
    KeptRun run = KeptRun.of(Samples.run(), "guide");
    Path file = KeptRuns.in(directory).keep(run);

    assertThat(file.getFileName()).hasToString("2026-11-23T010000Z-abc1234.json");
    assertThat(KeptRuns.in(directory).runs()).containsExactly(run);
    assertThat(run.figures()).isNotEmpty();
    assertThat(run.planned()).doesNotHaveDuplicates().hasSize(5);
    assertThat(KeptRuns.in(directory).keep(run)).isEqualTo(file);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aRunOfTheSameSecondIsKeptBesideTheOther() throws IOException {
    KeptRuns.in(directory).keep(run(0, "aaa", HERE, Map.of("a", "PASSED")));
    KeptRun other =
        new KeptRun(
            KeptRun.VERSION, START, 1, "aaa", HERE, "etcd", "en", List.of(), List.of(), List.of());
    KeptRuns.in(directory).keep(other);

    assertThat(KeptRuns.in(directory).runs()).hasSize(2);
  }

  @Test
  void anotherFormIsToldAndLeftAsItIs() throws IOException {
    KeptRun run = run(0, "aaa", HERE, Map.of("a", "PASSED"));
    String later = "{\"version\": 2, \"started\": \"later\"}";
    Files.writeString(directory.resolve("a-later.json"), later);
    Files.writeString(directory.resolve("broken.json"), "{\"version\": 1, ");
    Files.writeString(directory.resolve("empty.json"), "{\"version\": 1}");
    Files.writeString(directory.resolve("notes.txt"), "mine");
    KeptRuns.in(directory).keep(run);

    KeptRuns read = KeptRuns.in(directory);
    assertThat(read.runs()).containsExactly(run);
    assertThat(read.skipped())
        .extracting(one -> one.getFileName().toString())
        .containsExactly("a-later.json", "broken.json", "empty.json");
    assertThat(directory.resolve("a-later.json")).hasContent(later);
    assertThat(files()).hasSize(5);
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(directory)) {
      return all.toList();
    }
  }

  private static Name name(String scenario) {
    return new Name("features/a.feature", scenario);
  }

  private static KeptRun run(
      int hours, String commit, Method.Machine machine, Map<String, String> verdicts) {
    List<Result> results = new ArrayList<>();
    new TreeMap<>(verdicts)
        .forEach(
            (name, verdict) -> results.add(new Result(name(name), Verdict.valueOf(verdict), 1)));
    return run(hours, commit, machine, results, List.of());
  }

  private static KeptRun out(int hours, Method.Machine machine, Double outage) {
    return run(
        hours, "aaa", machine, List.of(), List.of(new Figure(name("a"), "guide", outage, 64.0, 0)));
  }

  private static KeptRun run(
      int hours,
      String commit,
      Method.Machine machine,
      List<Result> results,
      List<Figure> figures) {
    return new KeptRun(
        KeptRun.VERSION,
        START.plusSeconds(3600L * hours),
        1,
        commit,
        machine,
        "guide",
        "en",
        results,
        results.stream().map(Result::name).toList(),
        figures);
  }
}

package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.halab.domain.Durations;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.report.Deed;
import org.halab.report.chart.TimelineChart;
import org.halab.report.model.Experiment;
import org.halab.report.model.Feature;
import org.halab.report.model.Rule;
import org.halab.report.model.Run;
import org.halab.report.model.Samples;
import org.halab.report.model.Scenario;
import org.halab.report.model.Step;
import org.halab.report.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of faults, where words and numbers stand in several places. */
class FaultsInReportTest {
  private static final Texts TEXTS = new Texts(Language.ENGLISH);
  private static final String SOONEST = TEXTS.get("faults.ways.direct");

  @TempDir Path directory;

  @Test
  void aBoundThatCountsFromTheEndOfTheFaultIsTheSameMomentInTheTextAndInTheChart()
      throws IOException {
    Experiment healed =
        of(
            Samples.experiments().get(0),
            9,
            new Experiment.Bound("b", "HEALING", 40, Message.text("why")),
            List.of());
    double at = healed.boundAt().orElseThrow();

    assertThat(at).isEqualTo(49);
    assertThat(written(healed))
        .contains("40.0 s from the end of the fault on, so until 49.0 s after its beginning");
    assertThat(
            new TimelineChart(
                    of(
                        healed,
                        9,
                        new Experiment.Bound("b", "FAULT", 49, Message.text("why")),
                        List.of()),
                    TEXTS,
                    "a")
                .svg())
        .isEqualTo(new TimelineChart(healed, TEXTS, "a").svg());
  }

  @Test
  void nobodyIsCalledFirstBesideATableThatSaysOtherwise() throws IOException {
    Experiment.Way direct = way("straight to the new leader", 3.0);

    assertThat(written(compared(direct, way("entrypoint", 8.0)))).contains(SOONEST);
    assertThat(written(compared(direct, way("entrypoint", 2.5)))).doesNotContain(SOONEST);
  }

  @Test
  void howOftenWasLookedIsNamedBesideTheTable() throws IOException {
    assertThat(written(compared(way("entrypoint", 8.0))))
        .contains("By each way one came every 0.5 s, so all of these may be late by that.");
  }

  @Test
  void ofEachEndThereAreWordsForTheChart() {
    for (String language : List.of("en", "ru")) {
      Texts texts = new Texts(new Language(language));
      assertThat(Deed.End.values()).allMatch(end -> texts.has("chart.ended." + end));
    }
  }

  @Test
  void oneMomentIsWrittenAlikeEverywhere() {
    for (long micros = 29_649_000; micros < 29_851_000; micros += 777) {
      Duration time = Duration.ofNanos(micros * 1000);
      Experiment fault = Samples.experiments().get(0);
      double seconds = fault.offset(fault.fault().at().plus(time));

      assertThat(
              List.of(
                  Message.seconds(time).in(Language.ENGLISH),
                  TEXTS.seconds(time),
                  TEXTS.seconds(seconds),
                  Durations.seconds(time)))
          .as("%s", time)
          .containsOnly(Durations.offset(fault.fault().at(), fault.fault().at().plus(time)) + " s");
    }
  }

  private static Experiment compared(Experiment.Way... ways) {
    return of(Samples.experiments().get(0), 9, null, List.of(ways));
  }

  private static Experiment.Way way(String name, double firstSuccess) {
    return new Experiment.Way(name, firstSuccess, firstSuccess, 40, 0, 0.5);
  }

  private static Experiment of(
      Experiment one, long healed, Experiment.Bound bound, List<Experiment.Way> ways) {
    return new Experiment(
        one.feature(),
        one.line(),
        one.scenario(),
        one.stack(),
        new Experiment.Fault(
            one.fault().sentence(), one.fault().at(), one.fault().at().plusSeconds(healed)),
        one.settings(),
        one.lanes(),
        one.operations(),
        one.events(),
        one.phases(),
        one.outages(),
        bound,
        one.verdict(),
        ways,
        one.returned(),
        one.told(),
        one.clockErrorMillis(),
        one.guess());
  }

  private String written(Experiment one) throws IOException {
    Step step = new Step("Then ", "it is", List.of(), Verdict.PASSED, Duration.ZERO, "", List.of());
    Scenario scenario =
        new Scenario(
            one.place(), one.scenario(), "", List.of(), Duration.ZERO, List.of(step), "", "");
    new WrittenReport(directory, TEXTS, said -> {})
        .forTheScreenAlone()
        .write(
            new Run(
                one.fault().at().minusSeconds(60),
                Duration.ofMinutes(2),
                new Table(List.of("stack", "part", "version", "said by"), List.of()),
                List.of(
                    new Feature(
                        one.feature(),
                        "f",
                        "",
                        List.of("task-A1"),
                        List.of(new Rule("", "", List.of(scenario))))),
                List.of(),
                List.of(one)));
    return Files.readString(directory.resolve("report.md"));
  }
}

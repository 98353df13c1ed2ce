package org.halab.report.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.report.Deed;
import org.halab.report.EventWords;
import org.halab.report.GuessStory;
import org.halab.report.chart.TimelineChart;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiment.Judgement;
import org.halab.report.model.Experiment.Outage;

/** The record of a fault as the templates show it: the chart, and all its numbers. */
final class ExperimentViews {
  private final Texts texts;
  private final Pictures pictures;

  ExperimentViews(Texts texts, Pictures pictures) {
    this.texts = texts;
    this.pictures = pictures;
  }

  /**
   * @param name sets it apart from the report's other experiments
   */
  View of(Experiment experiment, String name) {
    View view =
        View.of("fault", texts.say(experiment.fault().sentence()))
            .with("id", name)
            .with("story", experiment.told().stream().map(texts::say).toList())
            .with(
                "caption",
                texts.say(
                    Message.of("report.written.chart.caption")
                        .with("millis", (long) Math.ceil(experiment.clockErrorMillis()))))
            .with("phases", View.table(texts.get("experiment.phases"), phases(experiment)))
            .with("facts", facts(experiment))
            .with("events", View.table(texts.get("experiment.events"), events(experiment)))
            .with("lanes", View.table(texts.get("experiment.lanes"), lanes(experiment)))
            .with("guess", guess(experiment, texts).orElse(null));
    return withChart(view, experiment, name);
  }

  /** What was guessed of it beside what came of it; empty if nobody was asked. */
  static Optional<View> guess(Experiment experiment, Texts texts) {
    return GuessStory.of(experiment)
        .map(
            story ->
                View.of("title", texts.get("guess"))
                    .with("table", View.table(texts.get("guess"), texts.say(story.table())))
                    .with("told", story.told().stream().map(texts::say).toList()));
  }

  /** Without fonts or a graphics library there is no chart; the numbers are there all the same. */
  private View withChart(View view, Experiment experiment, String name) {
    try {
      Texts words = new DeedTexts(texts.language(), new Deed(experiment.fault().sentence()));
      TimelineChart chart = new TimelineChart(experiment, words, name);
      String svg = chart.svg();
      return view.with("svg", svg)
          .with("themedSvg", chart.themedSvg())
          .with("file", pictures.chart(name, svg));
    } catch (RuntimeException | LinkageError e) {
      return view.with(
          "noChart", texts.say(Message.of("report.written.chart.none").with("reason", e)));
    }
  }

  private Table phases(Experiment experiment) {
    List<List<String>> rows = new ArrayList<>();
    char letter = 'a';
    for (Experiment.Phase phase : experiment.phases()) {
      rows.add(
          List.of(
              String.valueOf(letter++),
              texts.say(Terms.of(phase.name())),
              number(experiment.offset(phase.from())),
              number(experiment.offset(phase.to())),
              texts.seconds(phase.seconds())));
    }
    return new Table(
        List.of(
            texts.get("experiment.mark"),
            texts.get("experiment.phase"),
            texts.get("experiment.from"),
            texts.get("experiment.to"),
            texts.get("experiment.length")),
        rows);
  }

  private List<View> facts(Experiment experiment) {
    List<View> facts = new ArrayList<>();
    for (Outage outage : experiment.outages()) {
      fact(
          facts,
          "experiment.outage." + outage.kind(),
          texts.say(
              Message.of("report.written.experiment.outage.is")
                  .with("first", texts.seconds(outage.toFirstSuccess()))
                  .with("last", texts.seconds(outage.toLastFailure()))));
    }
    if (experiment.outages().isEmpty()) {
      fact(facts, "experiment.outage", texts.get("experiment.outage.none"));
    }
    experiment
        .claimedBound()
        .ifPresent(
            bound ->
                fact(
                    facts,
                    "experiment.bound",
                    texts.say(told(bound, experiment.boundAt().orElseThrow()))));
    judgement(facts, experiment.verdict());
    fact(
        facts,
        "experiment.settings",
        experiment.settings().entrySet().stream()
            .map(one -> one.getKey() + " " + number(one.getValue()).replaceAll("\\.0$", ""))
            .collect(Collectors.joining(", ")));
    return facts;
  }

  private void judgement(List<View> facts, Judgement verdict) {
    fact(
        facts,
        "experiment.writes",
        texts.say(
            Message.of("report.written.experiment.writes.are")
                .with("acknowledged", verdict.acknowledged())
                .with("rejected", verdict.rejected())
                .with("unknown", verdict.unknown())));
    fact(facts, "experiment.lost", numbers(verdict.lost()));
    fact(facts, "experiment.ghosts", numbers(verdict.ghosts()));
    fact(facts, "experiment.duplicates", numbers(verdict.duplicates()));
    fact(facts, "experiment.unexpected", numbers(verdict.unexpected()));
  }

  /**
   * @param at when it ends, in seconds since the fault: there the chart draws it
   */
  private static Message told(Experiment.Bound bound, double at) {
    String seconds = number(bound.seconds());
    return bound.sinceHealing()
        ? Message.of("report.written.experiment.bound.healed")
            .with("seconds", seconds)
            .with("at", number(at))
            .with("derivation", bound.derivation())
        : Message.of("report.written.experiment.bound.is")
            .with("seconds", seconds)
            .with("derivation", bound.derivation());
  }

  private void fact(List<View> facts, String key, String value) {
    facts.add(View.of("name", texts.get(key)).with("value", value));
  }

  private String numbers(List<Long> rows) {
    return rows.isEmpty()
        ? texts.get("experiment.nothing")
        : rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private Table events(Experiment experiment) {
    return new Table(
        List.of(
            texts.get("experiment.seconds"),
            texts.get("experiment.who"),
            texts.get("experiment.meaning"),
            texts.get("experiment.evidence")),
        experiment.events().stream()
            .map(
                one ->
                    List.of(
                        number(experiment.offset(one.at())),
                        texts.say(EventWords.who(one.who())),
                        texts.say(EventWords.meaning(one.kind(), one.arguments())),
                        texts.say(
                            EventWords.evidence(one.kind(), one.arguments(), one.evidence()))))
            .toList());
  }

  private Table lanes(Experiment experiment) {
    return new Table(
        List.of(
            texts.get("experiment.lane"),
            texts.get("experiment.since"),
            texts.get("experiment.value")),
        experiment.lanes().stream()
            .flatMap(
                lane ->
                    lane.changes().stream()
                        .map(
                            change ->
                                List.of(
                                    texts.lane(lane.kind(), lane.name()),
                                    number(experiment.offset(change.at())),
                                    texts.say(Terms.of(change.value())))))
            .toList());
  }

  private static String number(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}

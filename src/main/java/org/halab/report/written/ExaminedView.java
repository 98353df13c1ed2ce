package org.halab.report.written;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.finding.Severity;
import org.halab.grade.Grade.ItemGrade;
import org.halab.grade.written.Told;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.report.model.Examined;
import org.halab.report.model.Run;

/** The report of an examined project: points, findings, and then how it was tried. */
final class ExaminedView {
  private static final List<String> WORDS =
      List.of(
          "examined.title",
          "examined.items",
          "examined.mistakes",
          "examined.mistakes.none",
          "examined.risks",
          "examined.harmless",
          "examined.trials",
          "examined.points",
          "examined.item",
          "examined.finding",
          "examined.where",
          "examined.shown",
          "examined.look",
          "examined.change",
          "examined.try");

  private final Run run;
  private final Examined examined;
  private final Texts texts;
  private final ScenarioViews scenarios;
  private final LogBook logs;
  private final Told told;

  ExaminedView(Run run, Examined examined, Texts texts, ScenarioViews scenarios, LogBook logs) {
    this.run = run;
    this.examined = examined;
    this.texts = texts;
    this.scenarios = scenarios;
    this.logs = logs;
    this.told = new Told(examined.results(), new Language(texts.language()));
  }

  /** Added to what every report has: when the run was, what was run, and words. */
  View addedTo(View view) {
    View words = (View) view.get("words");
    WORDS.forEach(key -> words.with(key.replace('.', '_'), texts.get(key)));
    words.with("title", texts.get("examined.title") + ": " + told.project());
    return view.with("folded", true)
        .with("project", told.project())
        .with("summary", told.summary())
        .with("items", items())
        .with("legend", legend())
        .with("mistakes", findings(EnumSet.of(Severity.FATAL, Severity.MISTAKE)))
        .with("risks", findings(EnumSet.of(Severity.RISK)))
        .with("harmless", findings(EnumSet.of(Severity.HARMLESS)))
        .with("anyRisks", any(Severity.RISK))
        .with("anyHarmless", any(Severity.HARMLESS))
        .with("untold", told.untold() > 0 ? told.more(told.untold()) : null)
        .with("notes", examined.notes().stream().map(told::stage).toList())
        .with("anyNotes", !examined.notes().isEmpty())
        .with("anyTrials", !run.features().isEmpty())
        .with(
            "trials",
            run.features().stream()
                .flatMap(feature -> feature.scenarios())
                .map(scenarios::of)
                .toList());
  }

  private List<View> items() {
    return examined.results().grade().items().stream().map(this::item).toList();
  }

  private View item(ItemGrade grade) {
    ItemVerdict verdict = grade.verdict();
    return sign(verdict)
        .with("title", told.title(verdict.item()).replaceFirst("^\\S+ ", ""))
        .with("earned", grade.earned())
        .with("most", grade.most())
        .with("extra", grade.extra() ? texts.get("examined.extra") : null)
        .with(
            "see",
            verdict.findings().stream()
                .filter(one -> one.severity() != Severity.HARMLESS)
                .map(told::number)
                .map(number -> View.of("number", number))
                .toList());
  }

  private View sign(ItemVerdict verdict) {
    return View.of("id", verdict.item().toString())
        .with("word", told.outcome(verdict))
        .with("kind", kind(verdict.outcome()))
        .with("sign", sign(verdict.outcome()));
  }

  private static String kind(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String sign(Outcome outcome) {
    return switch (outcome) {
      case WORKS -> "✓";
      case PARTLY -> "◐";
      case FAILS -> "✗";
      case NOT_TRIED -> "–";
      case READ_ONLY -> "○";
    };
  }

  /** What is to be explained of how items were judged: that they were not tried. */
  private List<View> legend() {
    return Stream.of(
            legend(
                Outcome.NOT_TRIED,
                items -> Message.of("report.written.notTried").with("items", items)),
            legend(
                Outcome.READ_ONLY,
                items -> Message.of("report.written.readAlone").with("items", items)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<View> legend(Outcome outcome, Function<List<Item>, Message> why) {
    List<Item> items =
        examined.results().verdicts().items().stream()
            .filter(one -> one.outcome() == outcome)
            .map(ItemVerdict::item)
            .toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(View.of("text", sign(outcome) + " " + texts.say(why.apply(items))));
  }

  private boolean any(Severity severity) {
    return told.findings().stream().anyMatch(one -> one.severity() == severity);
  }

  private List<View> findings(Set<Severity> severities) {
    return told.findings().stream()
        .filter(one -> severities.contains(one.severity()))
        .map(this::finding)
        .toList();
  }

  private View finding(Finding finding) {
    View view =
        View.of("number", told.number(finding))
            .with("severity", kind(finding.severity()))
            .with("word", told.severity(finding))
            .with("seen", told.seen(finding))
            .with("code", finding.code())
            .with("bearsOn", told.hanging(finding).stream().map(this::sign).toList())
            .with("places", told.places(finding).stream().map(this::place).toList())
            .with("anyPlaces", !finding.places().isEmpty())
            .with("evidence", told.evidence(finding).stream().map(this::evidence).toList())
            .with("anyEvidence", !finding.evidence().isEmpty());
    finding.hint().ifPresent(hint -> view.with("hint", hint(hint)));
    return view;
  }

  private View place(String place) {
    return View.of("place", place)
        .with(
            "line",
            Optional.ofNullable(examined.lines().get(place)).map(Told::quoted).orElse(null));
  }

  /** A line of a log leads to where it stands in the full log. */
  private View evidence(String line) {
    return View.of("text", line).with("href", logs.address(line).orElse(null));
  }

  private List<View> hint(Hint hint) {
    List<View> stages = new ArrayList<>();
    stages.add(View.of("stage", texts.get("examined.look")).with("text", told.stage(hint.look())));
    stages.add(
        View.of("stage", texts.get("examined.change")).with("text", told.stage(hint.change())));
    stages.add(View.of("stage", texts.get("examined.try")).with("text", told.stage(hint.tryIt())));
    return stages;
  }
}

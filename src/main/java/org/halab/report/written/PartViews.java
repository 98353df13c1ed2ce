package org.halab.report.written;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.halab.report.model.Feature;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Rule;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Verdict;

/** The guide's parts, each with its items and the features that carry them out. */
final class PartViews {
  private final Run run;
  private final Texts texts;
  private final ScenarioViews scenarios;
  private final HandInViews handIn;
  private final ChangedViews changed;

  PartViews(
      Run run, Texts texts, ScenarioViews scenarios, HandInViews handIn, ChangedViews changed) {
    this.run = run;
    this.texts = texts;
    this.scenarios = scenarios;
    this.handIn = handIn;
    this.changed = changed;
  }

  /** Those of which anything was carried out. */
  List<View> all() {
    return Arrays.stream(GuidePart.values())
        .filter(part -> !features(run, part).isEmpty())
        .map(this::part)
        .toList();
  }

  /**
   * What the part asks for comes first, then what compares the ways to the database; a feature
   * before one whose name only adds to its own.
   */
  static List<Feature> features(Run run, GuidePart part) {
    return run.features().stream()
        .filter(one -> GuidePart.of(one) == part)
        .sorted(
            Comparator.comparing((Feature one) -> one.tags().contains(GuidePart.COMPARISON))
                .thenComparing(one -> one.path().replace(".feature", "")))
        .toList();
  }

  private View part(GuidePart part) {
    List<Feature> features = features(run, part);
    List<Scenario> all = features.stream().flatMap(Feature::scenarios).toList();
    return View.of("id", "part-" + part.id())
        .with("title", texts.get("part." + part.id()))
        .with("verdict", scenarios.verdict(verdict(all)))
        .with("compares", part == GuidePart.TASK_A1)
        .with("hasItems", !part.items().isEmpty())
        .with("items", part.items().stream().map(item -> item(item, all)).toList())
        .with("changed", changed.of(part).orElse(null))
        .with("features", features.stream().map(this::feature).toList())
        .with("handIn", handIn.part(part, features));
  }

  private View item(String item, List<Scenario> all) {
    List<Scenario> shown = all.stream().filter(one -> GuidePart.shows(one, item)).toList();
    return View.of("item", item)
        .with("asks", texts.get("item." + item))
        .with(
            "verdict",
            shown.isEmpty()
                ? View.of("word", texts.get("verdict.none")).with("style", "skipped")
                : scenarios.verdict(verdict(shown)))
        .with(
            "shown",
            shown.stream()
                .map(one -> View.of("id", Slug.ofPlace(one.place())).with("name", one.name()))
                .toList());
  }

  private View feature(Feature feature) {
    return View.of("id", Slug.ofPlace(feature.path()))
        .with("name", feature.name())
        .with("lang", texts.foreign(feature.name()))
        .with("path", feature.path())
        .with("description", ScenarioViews.paragraphs(feature.description()))
        .with("verdict", scenarios.verdict(verdict(feature.scenarios().toList())))
        .with("rules", feature.rules().stream().map(this::rule).toList());
  }

  private View rule(Rule rule) {
    List<View> shown = new ArrayList<>();
    rule.scenarios().forEach(one -> shown.add(scenarios.of(one)));
    return View.of("name", Optional.of(rule.name()).filter(name -> !name.isEmpty()).orElse(null))
        .with("description", ScenarioViews.paragraphs(rule.description()))
        .with("scenarios", shown);
  }

  static Verdict verdict(List<Scenario> all) {
    return all.stream().map(Scenario::verdict).reduce(Verdict.PASSED, Verdict::and);
  }
}

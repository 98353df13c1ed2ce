package org.halab.report.written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Experiment;
import org.halab.report.model.Feature;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Step;
import org.halab.report.model.Verdict;

/** What the report that one hands in shows of each part: the guide's items in a few pages. */
final class HandInViews {
  private static final int SEEN_LINES = 2;

  /** What a story tells of reads: writes say the same, and of reads the appendix does. */
  private static final String OF_READS = ".READ";

  private final Run run;
  private final Texts texts;
  private final ScenarioViews scenarios;
  private final BriefExhibits exhibits;
  private final Screens screens = new Screens();

  HandInViews(Run run, Texts texts, ScenarioViews scenarios, BriefExhibits exhibits) {
    this.run = run;
    this.texts = texts;
    this.scenarios = scenarios;
    this.exhibits = exhibits;
  }

  View part(GuidePart part, List<Feature> features) {
    return switch (part) {
      case PART_1, PART_2, PART_3 -> View.of("asked", items(part, scenarios(features)));
      case TASK_A1, TASK_A2, TASK_A3 -> task(part, features);
      case BEYOND -> View.of("allFaults", faults(features).orElse(null));
    };
  }

  private static List<Scenario> scenarios(List<Feature> features) {
    return features.stream().flatMap(Feature::scenarios).toList();
  }

  private List<View> items(GuidePart part, List<Scenario> all) {
    return part.items().stream()
        .map(item -> item(item, all.stream().filter(one -> GuidePart.shows(one, item)).toList()))
        .toList();
  }

  private View item(String item, List<Scenario> shown) {
    return View.of("item", item)
        .with("asks", texts.get("item." + item))
        .with("verdict", shown.isEmpty() ? null : scenarios.verdict(PartViews.verdict(shown)))
        .with("none", shown.isEmpty() ? texts.get("verdict.none") : null)
        .with("shown", shown.stream().map(Scenario::name).distinct().toList())
        .with("answers", answers(shown))
        .with("exhibits", exhibits.of(screens.of(item, shown)))
        .with("failures", shown.stream().flatMap(this::failure).toList());
  }

  /** The answers to the guide's questions, each with the table that the experiment came to. */
  private List<View> answers(List<Scenario> shown) {
    return shown.stream()
        .filter(one -> !one.exhibits(Exhibit.Answer.class).isEmpty())
        .map(
            one ->
                View.of(
                        "lines",
                        one.exhibits(Exhibit.Answer.class).stream()
                            .flatMap(answer -> answer.text().lines())
                            .toList())
                    .with("table", lastTable(one).orElse(null)))
        .toList();
  }

  private static Optional<View> lastTable(Scenario scenario) {
    return scenario.steps().stream()
        .filter(step -> step.verdict() == Verdict.PASSED && !step.argument().isEmpty())
        .reduce((first, second) -> second)
        .map(Step::argument)
        .map(rows -> View.table(new Table(rows.get(0), rows.subList(1, rows.size()))));
  }

  private View task(GuidePart part, List<Feature> features) {
    List<String> tables =
        switch (part) {
          case TASK_A1 -> List.of("faults.phases");
          case TASK_A2 -> List.of("faults.returns");
          default -> List.of();
        };
    Optional<View> faults = faults(features);
    List<Scenario> shown =
        scenarios(features).stream().filter(one -> GuidePart.shows(one, part.id())).toList();
    return View.of("question", texts.get("item." + part.id()))
        .with("verdict", scenarios.verdict(PartViews.verdict(shown)))
        .with("isA1", part == GuidePart.TASK_A1)
        .with("chart", part == GuidePart.TASK_A3 ? null : chart(features).orElse(null))
        .with("rules", features.stream().flatMap(feature -> rules(part, feature)).toList())
        .with("times", part == GuidePart.TASK_A3 ? faults.orElse(null) : null)
        .with("tables", faults.map(all -> further(all, tables)).orElse(List.of()));
  }

  private Stream<View> rules(GuidePart part, Feature feature) {
    return feature.rules().stream()
        .map(
            rule ->
                View.of("name", rule.name())
                    .with(
                        "scenarios",
                        rule.scenarios().stream()
                            .filter(one -> !one.has(GuidePart.COMPARISON) || failed(one))
                            .map(one -> scenario(part, one))
                            .toList()))
        .filter(rule -> !((List<?>) rule.get("scenarios")).isEmpty());
  }

  private static boolean failed(Scenario scenario) {
    return scenario.verdict() == Verdict.FAILED;
  }

  private View scenario(GuidePart part, Scenario scenario) {
    List<String> story =
        run.experiments(scenario).stream()
            .flatMap(one -> one.told().stream())
            .filter(one -> part == GuidePart.TASK_A1 || !one.key().endsWith(OF_READS))
            .map(texts::say)
            .toList();
    View view =
        View.of("id", Slug.ofPlace(scenario.place()))
            .with("name", scenario.name())
            .with("verdict", scenarios.verdict(scenario.verdict()))
            .with("story", String.join(" ", story))
            .with(
                "guesses",
                run.experiments(scenario).stream()
                    .flatMap(one -> ExperimentViews.guess(one, texts).stream())
                    .toList())
            .with("failures", failure(scenario).toList());
    return story.isEmpty()
        ? view.with("sentences", sentences(scenario))
            .with("exhibits", exhibits.of(Screens.end(scenario)))
        : view;
  }

  private static String sentences(Scenario scenario) {
    return scenario.steps().stream()
        .skip(1)
        .map(step -> step.keyword().strip() + " " + step.text())
        .collect(Collectors.joining("; "))
        .replace(":;", ";");
  }

  private Stream<View> failure(Scenario scenario) {
    return scenario.failed().stream()
        .map(
            step ->
                View.of("name", scenario.name())
                    .with("expected", step.text())
                    .with("seen", seen(step)));
  }

  private static String seen(Step step) {
    return ScenarioViews.seen(step).lines().limit(SEEN_LINES).collect(Collectors.joining("\n"));
  }

  /** Of the longest outage in the part's first feature. */
  private Optional<View> chart(List<Feature> features) {
    return features.stream()
        .limit(1)
        .flatMap(Feature::scenarios)
        .filter(one -> !run.experiments(one).isEmpty())
        .max(Comparator.comparing(this::outage))
        .map(
            one ->
                new View()
                    .with("name", one.name())
                    .with("experiment", scenarios.experiments(one).get(0)));
  }

  private double outage(Scenario scenario) {
    return run.experiments(scenario).stream()
        .flatMap(one -> one.outage("WRITE").stream())
        .mapToDouble(Experiment.Outage::toFirstSuccess)
        .max()
        .orElse(0);
  }

  /** The table of the faults of some features alone. */
  private Optional<View> faults(List<Feature> features) {
    List<String> paths = features.stream().map(Feature::path).toList();
    List<Experiment> experiments =
        run.experiments().stream().filter(one -> paths.contains(one.feature())).toList();
    return new FaultViews(
            new Run(
                run.started(),
                run.took(),
                run.versions(),
                run.features(),
                run.planned(),
                experiments),
            texts)
        .table();
  }

  /** Those of the tables beside it that are asked for. */
  private List<View> further(View faults, List<String> titles) {
    List<String> wanted = titles.stream().map(texts::get).toList();
    return ((List<?>) faults.get("further"))
        .stream()
            .map(View.class::cast)
            .filter(one -> wanted.contains(one.get("title")))
            .sorted(Comparator.comparing(one -> wanted.indexOf(one.get("title"))))
            .toList();
  }

  /** What is said of the run as a whole. */
  View whole() {
    View view = View.of("ran", ran());
    for (String key :
        List.of(
            "appendix",
            "found",
            "chart",
            "times",
            "faults",
            "rest",
            "rest.appendix",
            "rest.page",
            "rest.records")) {
      view.with(key.replace('.', '_'), texts.get("handin." + key));
    }
    return view;
  }

  private String ran() {
    return texts.say(
            Message.of("report.written.handin.ran")
                .with("moment", texts.roughly(run.started()))
                .with("took", texts.roughly(run.took()))
                .with("all", run.scenarios().count())
                .with("passed", run.count(Verdict.PASSED))
                .with("failed", run.count(Verdict.FAILED)))
        + versions();
  }

  private String versions() {
    Map<String, List<String>> stacks = new LinkedHashMap<>();
    for (List<String> row : run.versions().rows()) {
      stacks
          .computeIfAbsent(row.get(0), name -> new ArrayList<>())
          .add(row.get(1) + " " + row.get(2));
    }
    return stacks.entrySet().stream()
        .map(
            one ->
                Message.of("report.written.handin.stack")
                    .with("stack", one.getKey())
                    .with("versions", one.getValue()))
        .map(message -> " " + texts.say(message))
        .collect(Collectors.joining());
  }
}

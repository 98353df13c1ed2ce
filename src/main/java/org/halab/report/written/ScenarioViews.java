package org.halab.report.written;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.halab.domain.LogLine;
import org.halab.message.Message;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Experiment;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Step;
import org.halab.report.model.Verdict;

/** Scenarios as the templates show them: the steps with their evidence, and what failed. */
final class ScenarioViews {
  private static final int LAST_LINES = 15;

  /** Tags that say nothing to a reader. */
  private static final Pattern UNTOLD = Pattern.compile("guide|examination|(else-)?finds-.*");

  private final Run run;
  private final Texts texts;
  private final LogBook logs;
  private final ExhibitViews exhibits;
  private final ExperimentViews experiments;

  ScenarioViews(
      Run run, Texts texts, LogBook logs, ExhibitViews exhibits, ExperimentViews experiments) {
    this.run = run;
    this.texts = texts;
    this.logs = logs;
    this.exhibits = exhibits;
    this.experiments = experiments;
  }

  View of(Scenario scenario) {
    String id = Slug.ofPlace(scenario.place());
    return View.of("id", id)
        .with("name", scenario.name())
        .with("lang", texts.foreign(scenario.name()))
        .with(
            "stepsShown",
            texts.say(Message.of("report.written.steps").with("steps", scenario.steps().size())))
        .with("description", paragraphs(scenario.description()))
        .with("place", scenario.place())
        .with(
            "tags", scenario.tags().stream().filter(tag -> !UNTOLD.matcher(tag).matches()).toList())
        .with("took", texts.seconds(scenario.took()))
        .with("verdict", verdict(scenario.verdict()))
        .with("steps", scenario.steps().stream().map(step -> step(step, scenario)).toList())
        .with("experiments", experiments(scenario, id));
  }

  /** The verdict's word, and its name for the style sheet. */
  View verdict(Verdict verdict) {
    return View.of("word", texts.get("verdict." + verdict))
        .with(verdict.name(), true)
        .with("style", verdict.name().toLowerCase(java.util.Locale.ROOT));
  }

  static List<String> paragraphs(String description) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : description.strip().split("\\R\\s*\\R")) {
      String flat = paragraph.replaceAll("\\s+", " ").strip();
      if (!flat.isEmpty()) {
        paragraphs.add(flat);
      }
    }
    return paragraphs;
  }

  private View step(Step step, Scenario scenario) {
    List<View> shown =
        step.exhibits().stream()
            .filter(exhibit -> !told(exhibit, scenario))
            .flatMap(exhibit -> shown(exhibit, step, scenario).stream())
            .toList();
    boolean beginning = scenario.steps().indexOf(step) == 0 && step.verdict() == Verdict.PASSED;
    View view =
        View.of("keyword", step.keyword().strip())
            .with("text", step.text())
            .with("took", texts.seconds(step.took()))
            .with("verdict", verdict(step.verdict()))
            .with("argument", step.argument().isEmpty() ? null : View.grid(step.argument()))
            .with("given", beginning && !shown.isEmpty() ? texts.get("given.evidence") : null)
            .with("exhibits", shown);
    return step.failure().isEmpty() ? view : view.with("failure", failure(step, scenario));
  }

  /** A table that an earlier step showed already is not repeated. */
  private List<View> shown(Exhibit exhibit, Step step, Scenario scenario) {
    boolean again =
        exhibit instanceof Exhibit.Rows
            && scenario.steps().stream()
                .takeWhile(one -> one != step)
                .anyMatch(one -> one.exhibits().contains(exhibit));
    return again
        ? List.of(
            View.of(
                "aNote",
                texts.say(
                    Message.of("report.written.again")
                        .with("table", ((Exhibit.Rows) exhibit).name()))))
        : exhibits.of(exhibit, scenario);
  }

  /** The story stands above the experiment's chart, where there is one. */
  private boolean told(Exhibit exhibit, Scenario scenario) {
    return exhibit instanceof Exhibit.Story && !run.experiments(scenario).isEmpty();
  }

  private View failure(Step step, Scenario scenario) {
    int trace = step.failure().indexOf("\n\tat ");
    return View.of("expected", step.text())
        .with("seen", seen(step))
        .with("trace", trace < 0 ? null : step.failure().substring(trace).strip())
        .with("hasLogs", !logs.services(scenario.failureLogs()).isEmpty())
        .with("logs", failureLogs(scenario.failureLogs()));
  }

  /** What was seen instead of what the step expects, without where in the code. */
  static String seen(Step step) {
    int trace = step.failure().indexOf("\n\tat ");
    String seen = trace < 0 ? step.failure() : step.failure().substring(0, trace);
    return seen.replaceFirst("^[\\w.$]+(Error|Exception|NotInTime): ", "").strip();
  }

  /** The last lines of each log at the failure. */
  private List<View> failureLogs(String directory) {
    return logs.services(directory).stream()
        .map(
            service -> {
              List<LogLine> all = logs.log(directory, service);
              String address = LogPages.address(directory, service);
              int from = Math.max(0, all.size() - LAST_LINES);
              return exhibits
                  .excerpt(service, Excerpt.plain(all, from), address)
                  .with("service", service)
                  .with(
                      "full",
                      texts.say(Message.of("report.written.log.full").with("service", service)));
            })
        .toList();
  }

  /** The records of its faults. */
  List<View> experiments(Scenario scenario) {
    return experiments(scenario, Slug.ofPlace(scenario.place()));
  }

  private List<View> experiments(Scenario scenario, String id) {
    List<View> views = new ArrayList<>();
    for (Experiment one : run.experiments(scenario)) {
      views.add(experiments.of(one, id + "-" + (views.size() + 1)));
    }
    return views;
  }
}

package org.halab.report.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.report.model.Experiment;
import org.halab.report.model.Feature;
import org.halab.report.model.Method;
import org.halab.report.model.Planned;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;
import org.halab.report.model.Verdict;

/**
 * What is kept of a run. A scenario is known by its feature and its name, for its line changes.
 *
 * @param version of this form
 * @param seconds that it took
 * @param commit of the lab's files, and whether they differed from it; empty if that is not known
 * @param machine null if it is not known
 * @param stack that the features ran on
 * @param planned all scenarios that there were, carried out or not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeptRun(
    int version,
    Instant started,
    double seconds,
    String commit,
    Method.Machine machine,
    String stack,
    String language,
    List<Result> results,
    List<Name> planned,
    List<Figure> figures) {

  /** The form that this version writes. */
  static final int VERSION = 1;

  /** How git marks a commit that the files differ from. */
  private static final String CHANGED = "-dirty";

  /**
   * @param feature its file, with slashes
   * @param scenario its name; of several of one name in a feature all but the first are numbered
   */
  public record Name(String feature, String scenario) {}

  public record Result(Name name, Verdict verdict, double seconds) {}

  /**
   * What a fault cost clients.
   *
   * @param outage of writes, to the first success; null if none failed
   * @param bound null if none was claimed
   */
  public record Figure(Name name, String stack, Double outage, Double bound, long lost) {}

  /** Features in another language than English are in a directory of its name. */
  private static final Pattern OTHER_LANGUAGE = Pattern.compile("features/([a-z]{2})/.*");

  /**
   * @param stack that the run was asked for
   */
  public static KeptRun of(Run run, String stack) {
    List<Result> results = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Feature feature : run.features()) {
      List<Scenario> scenarios = feature.scenarios().toList();
      List<Name> names = names(scenarios, scenario -> new Name(feature.path(), scenario.name()));
      for (int i = 0; i < scenarios.size(); i++) {
        Scenario scenario = scenarios.get(i);
        Name name = names.get(i);
        results.add(new Result(name, scenario.verdict(), scenario.took().toMillis() / 1000.0));
        run.experiments(scenario).forEach(one -> figures.add(figure(name, one)));
      }
    }
    Optional<Method> method = run.method();
    return new KeptRun(
        VERSION,
        run.started(),
        run.took().toMillis() / 1000.0,
        method.map(Method::commit).orElse(""),
        method.flatMap(Method::askedMachine).orElse(null),
        stack,
        language(run),
        results,
        names(run.planned(), KeptRun::name),
        figures);
  }

  private static String language(Run run) {
    return run.features().stream()
        .map(feature -> OTHER_LANGUAGE.matcher(feature.path()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElse("en");
  }

  private static Name name(Planned planned) {
    return new Name(planned.place().replaceFirst(":\\d+$", ""), planned.scenario());
  }

  private static <T> List<Name> names(List<T> all, Function<T, Name> of) {
    Map<Name, Integer> seen = new HashMap<>();
    return all.stream()
        .map(of)
        .map(
            name -> {
              int count = seen.merge(name, 1, Integer::sum);
              return count == 1
                  ? name
                  : new Name(name.feature(), name.scenario() + " (" + count + ")");
            })
        .toList();
  }

  private static Figure figure(Name name, Experiment one) {
    return new Figure(
        name,
        one.stack(),
        one.outage("WRITE").map(Experiment.Outage::toFirstSuccess).orElse(null),
        one.claimedBound().map(Experiment.Bound::seconds).orElse(null),
        one.verdict().lost().size());
  }

  Optional<Verdict> verdict(Name name) {
    return results.stream().filter(one -> one.name().equals(name)).map(Result::verdict).findFirst();
  }

  /** Whether it is known by which files exactly it was made. */
  boolean ofCommit() {
    return !commit.isEmpty() && !commit.endsWith(CHANGED);
  }

  /** Whether the two can be held against each other at all. */
  boolean like(KeptRun other) {
    return stack.equals(other.stack) && language.equals(other.language);
  }

  /** Whether times of the two can be compared. */
  boolean sameMachine(KeptRun other) {
    return machine != null && machine.equals(other.machine);
  }
}

package org.halab.report.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.halab.report.history.KeptRun.Figure;
import org.halab.report.history.KeptRun.Name;
import org.halab.report.history.KeptRun.Result;
import org.halab.report.model.Spread;
import org.halab.report.model.Verdict;

/** A run beside those that were kept before it, of the same stack and language. */
public final class History {
  private final KeptRun now;
  private final List<KeptRun> earlier;

  /**
   * @param kept in any order; this run may be among them
   */
  public History(KeptRun now, List<KeptRun> kept) {
    this.now = now;
    this.earlier =
        kept.stream()
            .filter(one -> one.like(now) && one.started().isBefore(now.started()))
            .sorted(Comparator.comparing(KeptRun::started))
            .toList();
  }

  /**
   * A scenario with both results on one commit.
   *
   * @param passed in how many runs
   */
  public record Flake(Name name, String commit, long passed, long failed) {}

  /**
   * What a fault cost, over the runs on this run's machine.
   *
   * @param now in this run; empty if no write failed, or it was not made
   * @param all in all runs together, this one among them, in which a write failed
   * @param runs how often it was made
   */
  public record Trend(
      Name name, String stack, Optional<Double> now, Optional<Spread> all, int runs) {}

  public List<KeptRun> earlier() {
    return earlier;
  }

  /** The one before this; empty if this is the first. */
  public Optional<KeptRun> last() {
    return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
  }

  /** Failed now, and not when it was last carried out. */
  public List<Name> newlyRed() {
    return turned(Verdict.FAILED::equals, verdict -> verdict != Verdict.FAILED);
  }

  /** Passed now, and failed when it was last carried out. */
  public List<Name> mended() {
    return turned(Verdict.PASSED::equals, Verdict.FAILED::equals);
  }

  private List<Name> turned(Predicate<Verdict> to, Predicate<Verdict> from) {
    return now.results().stream()
        .filter(one -> to.test(one.verdict()))
        .map(Result::name)
        .filter(name -> lastVerdict(name).filter(from).isPresent())
        .toList();
  }

  private Optional<Verdict> lastVerdict(Name name) {
    return earlier.stream()
        .flatMap(run -> run.verdict(name).stream())
        .filter(verdict -> verdict != Verdict.SKIPPED)
        .reduce((before, after) -> after);
  }

  /** Scenarios that there were none of when the last run was made. */
  public List<Name> added() {
    return last().map(one -> without(now.planned(), one.planned())).orElse(List.of());
  }

  /** Scenarios that there were then, and are no more. */
  public List<Name> removed() {
    return last().map(one -> without(one.planned(), now.planned())).orElse(List.of());
  }

  private static List<Name> without(List<Name> all, List<Name> others) {
    return all.stream().filter(one -> !others.contains(one)).toList();
  }

  public List<Flake> flakes() {
    Map<String, Map<Name, List<Verdict>>> commits = new LinkedHashMap<>();
    all()
        .filter(KeptRun::ofCommit)
        .forEach(
            run ->
                run.results()
                    .forEach(
                        one ->
                            commits
                                .computeIfAbsent(run.commit(), commit -> byName())
                                .computeIfAbsent(one.name(), name -> new ArrayList<>())
                                .add(one.verdict())));
    List<Flake> flakes = new ArrayList<>();
    commits.forEach(
        (commit, names) ->
            names.forEach(
                (name, verdicts) -> {
                  long passed = count(verdicts, Verdict.PASSED);
                  long failed = count(verdicts, Verdict.FAILED);
                  if (passed > 0 && failed > 0) {
                    flakes.add(new Flake(name, commit, passed, failed));
                  }
                }));
    return flakes;
  }

  private static long count(List<Verdict> verdicts, Verdict wanted) {
    return verdicts.stream().filter(wanted::equals).count();
  }

  private static Map<Name, List<Verdict>> byName() {
    return new TreeMap<>(Comparator.comparing(Name::feature).thenComparing(Name::scenario));
  }

  /** In the order of this run's faults, and then of those that only others made. */
  public List<Trend> trends() {
    Map<List<Object>, List<Figure>> figures = new LinkedHashMap<>();
    Stream.concat(Stream.of(now), earlier.stream().filter(now::sameMachine))
        .flatMap(run -> run.figures().stream())
        .forEach(
            one ->
                figures
                    .computeIfAbsent(List.of(one.name(), one.stack()), key -> new ArrayList<>())
                    .add(one));
    return figures.values().stream().map(this::trend).toList();
  }

  private Trend trend(List<Figure> all) {
    Figure first = all.get(0);
    Function<List<Figure>, List<Double>> outages =
        some -> some.stream().map(Figure::outage).filter(Objects::nonNull).toList();
    return new Trend(
        first.name(),
        first.stack(),
        now.figures().contains(first) ? Optional.ofNullable(first.outage()) : Optional.empty(),
        Spread.of(outages.apply(all)),
        all.size());
  }

  /** How many of the kept runs were made on this run's machine, this one among them. */
  public long runsOnThisMachine() {
    return 1 + earlier.stream().filter(now::sameMachine).count();
  }

  private Stream<KeptRun> all() {
    return Stream.concat(earlier.stream(), Stream.of(now));
  }
}

package org.halab.report.written;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.report.model.Exhibit;
import org.halab.report.model.Scenario;
import org.halab.report.model.Step;

/**
 * Which evidence stands for an item of the guide in the report that one hands in: what the guide
 * asks a screen of. The appendix has all there is.
 */
final class Screens {
  /** What shows something the guide does not ask for; it has its place in the appendix. */
  private static final String FINDING = "finding";

  /**
   * The first exhibits of a kind.
   *
   * @param beginning whether they are those of the state that a scenario begins with, instead of
   *     what it showed then
   */
  private record Wanted(Class<? extends Exhibit> kind, int most, boolean beginning) {}

  private static final Map<String, List<Wanted>> BY_ITEM =
      Map.ofEntries(
          entry("G1.1", List.of(notes(6))),
          entry("G1.2", List.of(stateTables(1), tables(2))),
          entry("G1.3", List.of(tables(1), texts(1))),
          entry("G1.4", List.of(notes(2), logs(3))),
          entry("G2.1", List.of(tables(1))),
          entry("G2.2", List.of(tables(1))),
          entry("G2.3", List.of(tables(1))),
          entry("G2.4", List.of(texts(7))),
          entry("G3.1", List.of(texts(1), tables(1))),
          entry("G3.2", List.of(texts(1))),
          entry("G3.3", List.of(logs(1), pages(1), tables(1))),
          entry("G3.4", List.of(notes(1), tables(1))));

  /** How many steps at the end of a task's scenario say what came of it, after as many others. */
  private static final int LAST_STEPS = 2;

  private final Set<Exhibit> shown = new LinkedHashSet<>();

  /**
   * An exhibit, and the scenario that showed it.
   *
   * @param beginning whether it shows the state that the scenario began with
   */
  record Shown(Exhibit exhibit, Scenario scenario, boolean beginning) {
    Shown(Exhibit exhibit, Scenario scenario) {
      this(exhibit, scenario, false);
    }
  }

  /**
   * @param scenarios that show the item; what an earlier item has shown already is not repeated
   */
  List<Shown> of(String item, List<Scenario> scenarios) {
    List<Shown> found = new ArrayList<>();
    for (Wanted wanted : BY_ITEM.getOrDefault(item, List.of())) {
      scenarios.stream()
          .filter(one -> !one.has(FINDING))
          .flatMap(one -> exhibits(one, wanted))
          .filter(one -> wanted.kind().isInstance(one.exhibit()))
          .filter(one -> !shown.contains(one.exhibit()))
          .limit(wanted.most())
          .forEach(found::add);
      found.forEach(one -> shown.add(one.exhibit()));
    }
    return joined(found);
  }

  /** What came of a task's scenario: its first log, and what its last steps showed. */
  static List<Shown> end(Scenario scenario) {
    List<Step> steps = scenario.steps();
    List<Shown> last =
        steps.stream()
            .skip(Math.max(LAST_STEPS, steps.size() - LAST_STEPS))
            .flatMap(step -> step.exhibits().stream())
            .map(one -> new Shown(one, scenario))
            .toList();
    Stream<Shown> log =
        scenario.exhibits(Exhibit.Log.class).stream().limit(1).map(one -> new Shown(one, scenario));
    return Stream.of(last(last, Exhibit.Note.class), log, last(last, Exhibit.Rows.class))
        .flatMap(one -> one)
        .toList();
  }

  private static Stream<Shown> last(List<Shown> all, Class<? extends Exhibit> kind) {
    return all.stream()
        .filter(one -> kind.isInstance(one.exhibit()))
        .reduce((first, second) -> second)
        .stream();
  }

  private static Stream<Shown> exhibits(Scenario scenario, Wanted wanted) {
    Stream<Step> steps =
        wanted.beginning() ? scenario.steps().stream().limit(1) : scenario.steps().stream().skip(1);
    return steps
        .flatMap(step -> step.exhibits().stream())
        .map(one -> new Shown(one, scenario, wanted.beginning()));
  }

  /** Short texts under one name are one screen: the answers to several tries, for example. */
  private static List<Shown> joined(List<Shown> all) {
    Map<Object, Shown> byName = new LinkedHashMap<>();
    for (Shown one : all) {
      Object key = one.exhibit() instanceof Exhibit.Text text ? text.name() : one.exhibit();
      byName.merge(key, one, Screens::joined);
    }
    return List.copyOf(byName.values());
  }

  private static Shown joined(Shown one, Shown other) {
    return one.exhibit() instanceof Exhibit.Text first
            && other.exhibit() instanceof Exhibit.Text second
        ? new Shown(
            new Exhibit.Text(first.name(), first.text().stripTrailing() + "\n" + second.text()),
            one.scenario())
        : one;
  }

  private static Wanted notes(int most) {
    return new Wanted(Exhibit.Note.class, most, false);
  }

  private static Wanted tables(int most) {
    return new Wanted(Exhibit.Rows.class, most, false);
  }

  private static Wanted stateTables(int most) {
    return new Wanted(Exhibit.Rows.class, most, true);
  }

  private static Wanted texts(int most) {
    return new Wanted(Exhibit.Text.class, most, false);
  }

  private static Wanted logs(int most) {
    return new Wanted(Exhibit.Log.class, most, false);
  }

  private static Wanted pages(int most) {
    return new Wanted(Exhibit.Page.class, most, false);
  }
}

package org.halab.examination;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.grade.Trial;

/** What came of the scenarios of an examination, for each of the guide's items that they name. */
final class Trials {
  /**
   * What shows only when another node leads than the one that led while this was tried, or to a
   * client of the host: that an item worked disproves none of these.
   */
  private static final Set<String> NOT_DISPROVED =
      Set.of(
          "address-of-another-node",
          "address-of-nobody",
          "address-with-another-port",
          "entrypoint-misses-node",
          "entrypoint-not-published",
          "node-not-published",
          "nofailover");

  private final List<Tried> all = new ArrayList<>();

  /** How a scenario ended. */
  enum End {
    PASSED,
    FAILED,
    NOT_TRIED
  }

  private record Tried(List<String> tags, End end, boolean atLast, List<String> evidence) {
    boolean names(Item item) {
      return tags.contains("@" + item);
    }

    Optional<TrialFinding> red() {
      return end == End.FAILED ? TrialFinding.of(tags, atLast) : Optional.empty();
    }

    Optional<Finding> finding(List<Finding> read) {
      return red().map(one -> one.with(evidence, read));
    }

    /** Red for another item's matter, before it came to this one. */
    boolean cameNotTo(Item item) {
      return red().filter(one -> !one.bearsOn(item) && (!atLast || one.fatal())).isPresent();
    }

    /** Red, and this item does not work. */
    boolean against(Item item) {
      return end == End.FAILED && red().map(one -> one.bearsOn(item) && !one.risk()).orElse(true);
    }
  }

  /**
   * @param tags of the scenario, with their {@code @}
   * @param atLast whether it was red at its last step
   * @param evidence what shows its failure; empty if it had none
   */
  void add(List<String> tags, End end, boolean atLast, List<String> evidence) {
    all.add(new Tried(List.copyOf(tags), end, atLast, List.copyOf(evidence)));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * @param read what the files show: where a scenario shows that an item works, a mistake that was
   *     read of it is none, if the scenario would have seen it
   * @param anotherStack whether the project stands on another one than the guide's, which is task
   *     A3: it is done as far as losing the leader (A1) works there
   */
  Map<Item, Trial> byItem(List<Finding> read, boolean anotherStack) {
    Map<Item, Trial> trials = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      List<Tried> about = all.stream().filter(one -> one.names(item)).toList();
      if (!about.isEmpty()) {
        trials.put(item, trial(item, about, read));
      } else if (item.inFiles()) {
        trials.put(item, Trial.readAlone());
      }
    }
    if (anotherStack) {
      trials.put(Item.OTHER_STACK, trials.getOrDefault(Item.LEADER_LOST, Trial.notTried()));
    }
    return trials;
  }

  private static Set<String> mistakes(List<Finding> read, Item item) {
    return read.stream()
        .filter(one -> one.severity() == Severity.MISTAKE && one.items().contains(item))
        .map(Finding::code)
        .filter(code -> !NOT_DISPROVED.contains(code))
        .collect(Collectors.toSet());
  }

  private static Trial trial(Item item, List<Tried> about, List<Finding> read) {
    List<Finding> found = about.stream().flatMap(one -> one.finding(read).stream()).toList();
    if (about.stream().anyMatch(one -> one.against(item))) {
      return new Trial(Trial.Result.FAILS, Set.of(), found);
    }
    if (about.stream().anyMatch(one -> one.end == End.NOT_TRIED || one.cameNotTo(item))) {
      Trial.Result untried = item.inFiles() ? Trial.Result.READ_ALONE : Trial.Result.NOT_TRIED;
      return new Trial(untried, Set.of(), found);
    }
    return new Trial(Trial.Result.WORKS, mistakes(read, item), found);
  }
}

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
  private static final int EVIDENCE_LINES = 12;

  private final List<Tried> all = new ArrayList<>();

  /** How a scenario ended. */
  enum End {
    PASSED,
    FAILED,
    NOT_TRIED
  }

  private record Tried(List<String> tags, End end, String said) {
    boolean names(Item item) {
      return tags.contains("@" + item);
    }

    Optional<Finding> finding() {
      return end == End.FAILED
          ? TrialFinding.of(tags).map(one -> one.with(said.lines().limit(EVIDENCE_LINES).toList()))
          : Optional.empty();
    }

    /** Red, and what it found leaves the item working in part. */
    boolean risk() {
      return end == End.FAILED && TrialFinding.of(tags).filter(TrialFinding::risk).isPresent();
    }
  }

  /**
   * @param tags of the scenario, with their {@code @}
   * @param said its failure; empty if it had none
   */
  void add(List<String> tags, End end, String said) {
    all.add(new Tried(List.copyOf(tags), end, said));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * @param read what the files show: where a scenario shows that an item works, a mistake that was
   *     read of it is none
   * @param anotherStack whether the project stands on another one than the guide's, which is task
   *     A3: it is done as far as losing the leader (A1) works there
   */
  Map<Item, Trial> byItem(List<Finding> read, boolean anotherStack) {
    Map<Item, Trial> trials = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      List<Tried> about = all.stream().filter(one -> one.names(item)).toList();
      if (!about.isEmpty()) {
        trials.put(item, trial(about, mistakes(read, item)));
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
        .collect(Collectors.toSet());
  }

  private static Trial trial(List<Tried> about, Set<String> disproved) {
    List<Finding> found = about.stream().flatMap(one -> one.finding().stream()).toList();
    if (about.stream().anyMatch(one -> one.end == End.FAILED && !one.risk())) {
      return new Trial(Trial.Result.FAILS, Set.of(), found);
    }
    if (about.stream().anyMatch(one -> one.end == End.NOT_TRIED)) {
      return Trial.notTried();
    }
    return new Trial(Trial.Result.WORKS, disproved, found);
  }
}

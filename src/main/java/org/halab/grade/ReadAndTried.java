package org.halab.grade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Hint;
import org.halab.finding.Item;

/**
 * What was read and what was tried, as one list. Of an item, what was tried wins over what was read
 * under the same code; a cause that was both read and seen at work is told once, with the lines of
 * the files that the one knows and the lines of the logs that the other has.
 */
final class ReadAndTried {
  static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(
              one -> one.items().stream().min(Comparator.naturalOrder()).orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Finding::code);

  private final Map<Item, Trial> trials;

  private ReadAndTried(Map<Item, Trial> trials) {
    this.trials = trials;
  }

  static List<Finding> of(Collection<Finding> read, Map<Item, Trial> trials) {
    return new ReadAndTried(trials).together(read);
  }

  private List<Finding> together(Collection<Finding> read) {
    List<Finding> tried = tried();
    List<Finding> all = new ArrayList<>();
    List<Finding> left = new ArrayList<>();
    for (Finding one : new LinkedHashSet<>(read)) {
      if (one.items().isEmpty()) {
        all.add(one);
      } else {
        left.add(one);
      }
    }
    for (Finding found : tried) {
      List<Finding> same =
          left.stream().filter(one -> one.code().equals(found.code()) && meet(one, found)).toList();
      left.removeAll(same);
      all.add(same.stream().reduce(found, this::joined));
    }
    left.stream().flatMap(one -> stillSo(one).stream()).forEach(all::add);
    return all.stream().sorted(WORST_FIRST).toList();
  }

  /** What trials found; what several of them found in the same words and places is one. */
  private List<Finding> tried() {
    Function<Finding, List<Object>> cause = one -> List.of(one.code(), one.places(), one.seen());
    return trials.values().stream()
        .flatMap(trial -> trial.found().stream())
        .collect(Collectors.toMap(cause, Function.identity(), this::both, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static boolean meet(Finding one, Finding other) {
    return one.items().stream().anyMatch(other.items()::contains);
  }

  private Finding both(Finding one, Finding other) {
    return merged(one, other, one.items(), other.items());
  }

  private Finding joined(Finding tried, Finding read) {
    return merged(tried, read, tried.items(), unspoken(read));
  }

  private static Finding merged(Finding first, Finding second, Set<Item> items, Set<Item> further) {
    Optional<Hint> hint = first.hint().or(second::hint);
    return new Finding(
        first.code(),
        first.severity(),
        Stream.concat(items.stream(), further.stream()).collect(Collectors.toSet()),
        Stream.concat(first.places().stream(), second.places().stream()).distinct().toList(),
        Stream.concat(first.evidence().stream(), second.evidence().stream()).distinct().toList(),
        first.seen(),
        hint);
  }

  private Optional<Finding> stillSo(Finding read) {
    Set<Item> items = unspoken(read);
    return items.isEmpty() ? Optional.empty() : Optional.of(bearingOn(read, items));
  }

  /** The items of which no trial could tell whether this is so. */
  private Set<Item> unspoken(Finding read) {
    Set<Item> items = EnumSet.noneOf(Item.class);
    for (Item item : read.items()) {
      Trial trial = trials.get(item);
      if (trial == null || !trial.speaksOf(read.code())) {
        items.add(item);
      }
    }
    return items;
  }

  private static Finding bearingOn(Finding one, Set<Item> items) {
    return new Finding(
        one.code(), one.severity(), items, one.places(), one.evidence(), one.seen(), one.hint());
  }
}

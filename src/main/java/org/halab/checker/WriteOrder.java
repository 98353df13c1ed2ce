package org.halab.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;

/**
 * Whether the surviving writes are a prefix of what happened: if a row survived, every row that was
 * acknowledged before its write began survived too. A database that loses its newest rows keeps
 * this order; one that mixes two histories does not.
 *
 * @param violations each a survivor, and a row acknowledged before it that is missing
 */
public record WriteOrder(List<Violation> violations) {

  /**
   * @param missing acknowledged before {@code survivor} began, and not there
   */
  public record Violation(long missing, long survivor) {}

  /**
   * @param present the numbers of the rows that are there, in any order
   */
  public static WriteOrder judge(History history, List<Long> present) {
    Set<Long> there = new HashSet<>(present);
    List<Operation> writes = history.of(Kind.WRITE).operations();
    List<Operation> missing =
        writes.stream()
            .filter(Operation::acknowledged)
            .filter(write -> !there.contains(write.number()))
            .toList();
    List<Violation> violations = new ArrayList<>();
    for (Operation lost : missing) {
      // The survivor that began last: if it did not begin after the lost row's end, none did.
      writes.stream()
          .filter(write -> there.contains(write.number()))
          .max(Comparator.comparing(Operation::start))
          .filter(survivor -> survivor.start().isAfter(lost.end()))
          .ifPresent(survivor -> violations.add(new Violation(lost.number(), survivor.number())));
    }
    return new WriteOrder(List.copyOf(violations));
  }

  public boolean sound() {
    return violations.isEmpty();
  }
}

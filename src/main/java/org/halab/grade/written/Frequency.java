package org.halab.grade.written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;

/**
 * How often a class made a mistake.
 *
 * @param severity the worst that it had
 * @param students in how many projects it stands, however often in one
 * @param items on which it bore in any of them
 * @param example one of its findings
 */
record Frequency(String code, Severity severity, int students, Set<Item> items, Finding example) {
  /** All mistakes and risks, the most frequent first. */
  static List<Frequency> in(List<Student> students) {
    Map<String, Frequency> all = new LinkedHashMap<>();
    for (Student student : students) {
      Map<String, Frequency> own = new LinkedHashMap<>();
      student
          .results()
          .ifPresent(
              results ->
                  results.verdicts().findings().stream()
                      .filter(one -> one.severity() != Severity.HARMLESS)
                      .forEach(one -> own.merge(one.code(), once(one), (a, b) -> a.and(b, 1))));
      own.values()
          .forEach(
              one -> all.merge(one.code(), one, (a, b) -> a.and(b, a.students() + b.students())));
    }
    List<Frequency> sorted = new ArrayList<>(all.values());
    sorted.sort(
        Comparator.comparing(Frequency::students)
            .reversed()
            .thenComparing(Frequency::severity)
            .thenComparing(Frequency::code));
    return sorted;
  }

  private static Frequency once(Finding finding) {
    return new Frequency(finding.code(), finding.severity(), 1, finding.items(), finding);
  }

  private Frequency and(Frequency other, int together) {
    Set<Item> both = EnumSet.noneOf(Item.class);
    both.addAll(items);
    both.addAll(other.items);
    Severity worst = severity.compareTo(other.severity) <= 0 ? severity : other.severity;
    return new Frequency(code, worst, together, both, example);
  }
}

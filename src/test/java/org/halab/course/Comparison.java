package org.halab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.Severity;
import org.halab.grade.written.Student;
import org.halab.reading.Difference;

/** Verdicts that were expected, and those that were found, item by item. */
final class Comparison {
  private final List<Row> rows = new ArrayList<>();
  private final List<String> without = new ArrayList<>();

  /**
   * @param expected what may become of it; of several each is right
   * @param findings those that bear on the item and are not harmless
   */
  private record Row(
      String project, Item item, Set<String> expected, String found, List<String> findings) {
    boolean same() {
      return expected.contains(found);
    }

    /** What works is called a mistake. */
    boolean falseAlarm() {
      return expected.equals(Set.of("works")) && Set.of("fails", "partly").contains(found);
    }

    /** A mistake that is called none. */
    boolean missed() {
      return !expected.contains("works") && found.equals("works");
    }
  }

  Comparison(List<Difference> differences, List<Student> students) {
    Map<String, Student> byName =
        students.stream().collect(Collectors.toMap(Student::name, one -> one));
    for (Difference one : differences) {
      Student student = byName.get(one.name());
      student
          .results()
          .ifPresentOrElse(
              results -> results.verdicts().items().forEach(verdict -> rows.add(row(one, verdict))),
              () ->
                  without.add(
                      "%s (%s: %s)".formatted(one.name(), student.state(), student.said())));
    }
  }

  private static Row row(Difference difference, ItemVerdict verdict) {
    return new Row(
        difference.name(),
        verdict.item(),
        new TreeSet<>(difference.outcomes().get(verdict.item())),
        word(verdict.outcome()),
        verdict.findings().stream()
            .filter(one -> one.severity() != Severity.HARMLESS)
            .map(Finding::code)
            .toList());
  }

  /** What is judged by its files alone, and has no mistake there, works as far as is known. */
  private static String word(ItemVerdict.Outcome outcome) {
    return switch (outcome) {
      case WORKS, READ_ONLY -> "works";
      case PARTLY -> "partly";
      case FAILS -> "fails";
      case NOT_TRIED -> "not tried";
    };
  }

  boolean equal() {
    return without.isEmpty() && rows.stream().allMatch(Row::same);
  }

  /** For people: what is not as expected, and the shares. */
  String text() {
    StringBuilder text = new StringBuilder();
    rows.stream()
        .filter(row -> !row.same())
        .sorted(Comparator.comparing(Row::project).thenComparing(Row::item))
        .forEach(
            row ->
                text.append(
                    "%-26s %-5s expected %s, found %s%s %s%n"
                        .formatted(
                            row.project(),
                            row.item(),
                            String.join(" or ", row.expected()),
                            row.found(),
                            row.falseAlarm() ? " (FALSE ALARM)" : row.missed() ? " (MISSED)" : "",
                            row.findings())));
    without.forEach(one -> text.append("no verdict: ").append(one).append('\n'));
    long same = rows.stream().filter(Row::same).count();
    return text.append(
            "%d of %d verdicts on %d projects as expected (%.1f %%); %d false alarms, %d missed, %d projects without a verdict%n"
                .formatted(
                    same,
                    rows.size(),
                    rows.stream().map(Row::project).distinct().count(),
                    rows.isEmpty() ? 0 : 100.0 * same / rows.size(),
                    rows.stream().filter(Row::falseAlarm).count(),
                    rows.stream().filter(Row::missed).count(),
                    without.size()))
        .toString();
  }

  /** All rows. */
  String csv() {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord("project", "item", "expected", "found", "same", "findings");
      for (Row row : rows) {
        printer.printRecord(
            row.project(),
            row.item(),
            String.join(" or ", row.expected()),
            row.found(),
            row.same() ? "yes" : "no",
            String.join(" ", row.findings()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

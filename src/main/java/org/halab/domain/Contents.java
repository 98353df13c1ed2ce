package org.halab.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All rows of all tables of one node.
 *
 * @param tables the rows of each table as text, in their order, a row written twice twice
 */
public record Contents(Map<String, List<String>> tables) {
  private static final int TOLD = 20;

  public Contents {
    Map<String, List<String>> copy = new TreeMap<>();
    tables.forEach((name, rows) -> copy.put(name, rows.stream().sorted().toList()));
    tables = copy;
  }

  /** What only one of two nodes has, a line for each row; the first twenty. Empty if equal. */
  public List<String> differences(String ours, Contents other, String theirs) {
    List<String> lines = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(tables.keySet());
    names.addAll(other.tables.keySet());
    for (String name : names) {
      if (!tables.containsKey(name) || !other.tables.containsKey(name)) {
        lines.add("table %s only on %s".formatted(name, tables.containsKey(name) ? ours : theirs));
      } else {
        surplus(tables.get(name), other.tables.get(name))
            .forEach(row -> lines.add("%s %s only on %s".formatted(name, row, ours)));
        surplus(other.tables.get(name), tables.get(name))
            .forEach(row -> lines.add("%s %s only on %s".formatted(name, row, theirs)));
      }
    }
    return lines.size() <= TOLD ? lines : lines.subList(0, TOLD);
  }

  private static List<String> surplus(List<String> rows, List<String> others) {
    Map<String, Integer> counts = new TreeMap<>();
    others.forEach(row -> counts.merge(row, 1, Integer::sum));
    return rows.stream().filter(row -> counts.merge(row, -1, Integer::sum) < 0).toList();
  }

  @Override
  public String toString() {
    return "%d rows in %d tables"
        .formatted(tables.values().stream().mapToInt(List::size).sum(), tables.size());
  }
}

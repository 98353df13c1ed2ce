package org.halab.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.halab.message.Message;

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
  public List<Message> differences(String ours, Contents other, String theirs) {
    List<Message> lines = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(tables.keySet());
    names.addAll(other.tables.keySet());
    for (String name : names) {
      if (!tables.containsKey(name) || !other.tables.containsKey(name)) {
        lines.add(
            Message.of("domain.onlyTable")
                .with("table", name)
                .with("node", tables.containsKey(name) ? ours : theirs));
      } else {
        surplus(tables.get(name), other.tables.get(name))
            .forEach(
                row ->
                    lines.add(
                        Message.of("domain.onlyRow")
                            .with("table", name)
                            .with("row", row)
                            .with("node", ours)));
        surplus(other.tables.get(name), tables.get(name))
            .forEach(
                row ->
                    lines.add(
                        Message.of("domain.onlyRow")
                            .with("table", name)
                            .with("row", row)
                            .with("node", theirs)));
      }
    }
    return lines.size() <= TOLD ? lines : lines.subList(0, TOLD);
  }

  private static List<String> surplus(List<String> rows, List<String> others) {
    Map<String, Integer> counts = new TreeMap<>();
    others.forEach(row -> counts.merge(row, 1, Integer::sum));
    return rows.stream().filter(row -> counts.merge(row, -1, Integer::sum) < 0).toList();
  }

  public Message told() {
    return Message.of("domain.contents")
        .with("rows", tables.values().stream().mapToInt(List::size).sum())
        .with("tables", tables.size());
  }
}

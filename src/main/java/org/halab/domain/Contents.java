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
        lines.addAll(surplus(name, ours, tables, other.tables));
        lines.addAll(surplus(name, theirs, other.tables, tables));
      }
    }
    return lines.size() <= TOLD ? lines : lines.subList(0, TOLD);
  }

  /** The rows of a table that this node has and the other one has not. */
  private static List<Message> surplus(
      String table, String node, Map<String, List<String>> here, Map<String, List<String>> there) {
    Map<String, Integer> counts = new TreeMap<>();
    there.get(table).forEach(row -> counts.merge(row, 1, Integer::sum));
    return here.get(table).stream()
        .filter(row -> counts.merge(row, -1, Integer::sum) < 0)
        .map(
            row ->
                Message.of("domain.onlyRow")
                    .with("table", table)
                    .with("row", row)
                    .with("node", node))
        .toList();
  }

  public Message told() {
    return Message.of("domain.contents")
        .with("rows", tables.values().stream().mapToInt(List::size).sum())
        .with("tables", tables.size());
  }
}

package org.halab.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.halab.message.Language;
import org.halab.message.Terms;

/**
 * Rows under named columns: a query's result, or anything a report shows as a table. Two tables are
 * equal when their columns and the text of all their rows are, in order.
 */
public record Table(List<String> columns, List<List<String>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * The only value of a one-row, one-column result.
   *
   * @throws IllegalStateException if there are more values, or none
   */
  public String value() {
    if (rows.size() != 1 || columns.size() != 1) {
      throw new IllegalStateException("Expected a single value, but got:\n" + this);
    }
    return rows.get(0).get(0);
  }

  /** The values of one column, from the first row to the last. */
  public List<String> column(String name) {
    int index = columns.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("No column '" + name + "' among " + columns);
    }
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /**
   * The same in another language. Columns are terms or names; under one that is a term the cells
   * are terms too, where they are known as such, under all others they are data.
   */
  public Table in(Language language) {
    return new Table(
        columns.stream().map(column -> Terms.of(column).in(language)).toList(),
        rows.stream()
            .map(
                row ->
                    IntStream.range(0, row.size())
                        .mapToObj(
                            i ->
                                Terms.known(columns.get(i))
                                    ? Terms.of(row.get(i)).in(language)
                                    : row.get(i))
                        .toList())
            .toList());
  }

  /** As psql prints it. */
  @Override
  public String toString() {
    List<Integer> widths =
        IntStream.range(0, columns.size())
            .map(i -> Math.max(columns.get(i).length(), widest(i)))
            .boxed()
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add(line(columns, widths));
    lines.add(widths.stream().map(width -> "-".repeat(width + 2)).collect(Collectors.joining("+")));
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.add("(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
    return String.join("\n", lines);
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> " " + cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length() + 1))
        .collect(Collectors.joining("|"))
        .stripTrailing();
  }
}

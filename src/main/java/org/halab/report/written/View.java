package org.halab.report.written;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.halab.domain.Table;

/** What a template is filled with: values under the names that it uses. */
final class View extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?( [sс])?|–|");

  static View of(String name, Object value) {
    return new View().with(name, value);
  }

  View with(String name, Object value) {
    put(name, value);
    return this;
  }

  /** A table with its columns; those that hold numbers alone are told, to be aligned. */
  static View table(Table table) {
    List<Boolean> numbers =
        IntStream.range(0, table.columns().size()).mapToObj(i -> numbers(table, i)).toList();
    return new View()
        .with("columns", table.columns())
        .with("rows", table.rows().stream().map(row -> cells(row, numbers)).toList());
  }

  /** The same with a name, for those who hear the page. */
  static View table(String name, Table table) {
    return table(table).with("tableName", name);
  }

  /** The same below a heading that says its name already. */
  static View tableBelowHeading(String name, Table table) {
    return table(name, table).with("headed", true);
  }

  /** Rows of cells, the first like all others. */
  static View grid(List<List<String>> rows) {
    List<Boolean> words = rows.get(0).stream().map(cell -> false).toList();
    return View.of("rows", rows.stream().map(row -> cells(row, words)).toList());
  }

  private static boolean numbers(Table table, int column) {
    return table.rows().stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
  }

  private static View cells(List<String> row, List<Boolean> numbers) {
    return View.of(
        "cells",
        IntStream.range(0, row.size())
            .mapToObj(i -> View.of("text", row.get(i)).with("number", numbers.get(i)))
            .toList());
  }
}

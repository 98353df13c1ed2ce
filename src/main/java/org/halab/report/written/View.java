package org.halab.report.written;

import java.util.LinkedHashMap;
import java.util.List;
import org.halab.domain.Table;

/** What a template is filled with: values under the names that it uses. */
final class View extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;

  static View of(String name, Object value) {
    return new View().with(name, value);
  }

  View with(String name, Object value) {
    put(name, value);
    return this;
  }

  /** A table with its columns; numbers are told from words, to be aligned. */
  static View table(Table table) {
    return new View()
        .with("columns", table.columns())
        .with("rows", table.rows().stream().map(View::cells).toList());
  }

  /** Rows of cells, the first like all others. */
  static View grid(List<List<String>> rows) {
    return View.of("rows", rows.stream().map(View::cells).toList());
  }

  private static View cells(List<String> row) {
    return View.of(
        "cells",
        row.stream()
            .map(cell -> View.of("text", cell).with("number", cell.matches("-?[\\d.,]+( s)?")))
            .toList());
  }
}

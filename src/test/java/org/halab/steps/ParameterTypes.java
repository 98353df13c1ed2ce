package org.halab.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.DataTableType;
import java.util.List;
import org.halab.domain.Table;

/** What the sentences' tables become. */
public final class ParameterTypes {
  @DataTableType(replaceWithEmptyString = "[empty]")
  public Table table(DataTable table) {
    List<List<String>> cells =
        table.cells().stream()
            .map(row -> row.stream().map(cell -> cell == null ? "" : cell).toList())
            .toList();
    return new Table(cells.get(0), cells.subList(1, cells.size()));
  }
}

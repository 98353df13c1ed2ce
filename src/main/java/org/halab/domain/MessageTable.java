package org.halab.domain;

import java.util.List;
import org.halab.message.Language;
import org.halab.message.Message;

/**
 * A table that is not worded yet.
 *
 * @param rows each cell a message, a or data, which stands there as it is
 */
public record MessageTable(List<Message> columns, List<List<Object>> rows) {
  public MessageTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  public Table in(Language language) {
    return new Table(
        columns.stream().map(one -> one.in(language)).toList(),
        rows.stream()
            .map(row -> row.stream().map(cell -> Message.text(cell).in(language)).toList())
            .toList());
  }

  /** In the language of the run, as psql prints it. */
  @Override
  public String toString() {
    return in(Language.chosen()).toString();
  }
}

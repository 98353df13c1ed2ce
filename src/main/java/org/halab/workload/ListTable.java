package org.halab.workload;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.Table;
import org.halab.observe.Sql;

/** The table of lists; a list that nobody has appended to yet has no row. */
final class ListTable {
  private static final String NAME = "lab_lists";

  private ListTable() {}

  static void make(Sql leader) throws SQLException {
    leader.execute(
        "DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s (list bigint PRIMARY KEY, elements bigint[] NOT NULL)"
            .formatted(NAME));
  }

  static String append(long list, long element) {
    return "INSERT INTO %1$s VALUES (%2$d, ARRAY[%3$d]) ON CONFLICT (list) DO UPDATE SET elements = %1$s.elements || EXCLUDED.elements"
        .formatted(NAME, list, element);
  }

  /** Reads some lists in one statement. */
  static Map<Long, List<Long>> read(Connection connection, Collection<Long> lists)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query(lists))) {
      return lists(rows, lists);
    }
  }

  /**
   * What a node had.
   *
   * @param inRecovery whether it was a replica
   */
  record Found(boolean inRecovery, Map<Long, List<Long>> lists) {}

  /** Reads some lists, then others, each in a statement of its own; all are sent at once. */
  static Found readWhole(Connection connection, List<List<Long>> parts) throws SQLException {
    String queries = parts.stream().map(ListTable::query).collect(Collectors.joining("; "));
    Map<Long, List<Long>> read = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_is_in_recovery(); " + queries);
      boolean inRecovery;
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        inRecovery = row.getBoolean(1);
      }
      for (List<Long> part : parts) {
        statement.getMoreResults();
        try (ResultSet rows = statement.getResultSet()) {
          read.putAll(lists(rows, part));
        }
      }
      return new Found(inRecovery, read);
    }
  }

  private static Map<Long, List<Long>> lists(ResultSet rows, Collection<Long> wanted)
      throws SQLException {
    Map<Long, List<Long>> read = new TreeMap<>();
    wanted.forEach(list -> read.put(list, List.of()));
    while (rows.next()) {
      read.put(rows.getLong(1), elements(rows.getString(2)));
    }
    return read;
  }

  private static String query(Collection<Long> lists) {
    return lists.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", query() + " WHERE list IN (", ")"));
  }

  /** All lists, as a node has them now. */
  static Map<Long, List<Long>> all(Sql node) throws SQLException {
    Table table = node.query(query());
    Map<Long, List<Long>> all = new TreeMap<>();
    table.rows().forEach(row -> all.put(Long.parseLong(row.get(0)), elements(row.get(1))));
    return all;
  }

  private static String query() {
    return "SELECT list, array_to_string(elements, ' ') FROM " + NAME;
  }

  private static List<Long> elements(String text) {
    return text.isEmpty() ? List.of() : Stream.of(text.split(" ")).map(Long::valueOf).toList();
  }
}

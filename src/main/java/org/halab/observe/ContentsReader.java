package org.halab.observe;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halab.domain.Contents;

/** Reads whatever tables a node has, row by row. */
public final class ContentsReader {
  private static final String TABLES =
      "SELECT quote_ident(table_name) AS name FROM information_schema.tables"
          + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1";

  private ContentsReader() {}

  /**
   * @throws SQLException if the node does not answer
   */
  public static Contents of(Sql node) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    for (String name : node.query(TABLES).column("name")) {
      tables.put(
          name, node.query("SELECT t::text AS content FROM " + name + " t").column("content"));
    }
    return new Contents(tables);
  }
}

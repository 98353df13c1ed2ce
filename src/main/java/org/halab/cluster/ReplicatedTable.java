package org.halab.cluster;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.timing.Observed;

/** A table that is made in one place and looked for in another. */
public final class ReplicatedTable {
  private final Cluster cluster;
  private final String name;

  /**
   * @param name a plain SQL name
   */
  public ReplicatedTable(Cluster cluster, String name) {
    if (!name.matches("[a-z_]+")) {
      throw new IllegalArgumentException("'" + name + "' is not a plain table name");
    }
    this.cluster = cluster;
    this.name = name;
  }

  /** Makes the table anew; the first column holds numbers and is the key, the others text. */
  public void make(Sql where, Table content) throws SQLException {
    List<String> columns = content.columns();
    String definitions =
        columns.stream()
            .map(column -> column + (columns.indexOf(column) == 0 ? " int PRIMARY KEY" : " text"))
            .collect(Collectors.joining(", "));
    String rows =
        content.rows().stream()
            .map(
                row ->
                    row.stream()
                        .map(value -> "'" + value.replace("'", "''") + "'")
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", "));
    where.execute(
        "DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s (%2$s); INSERT INTO %1$s VALUES %3$s"
            .formatted(name, definitions, rows));
  }

  /** Changes rows, removes one and adds a column: data and definition in one transaction. */
  public String changes() {
    return """
        BEGIN;
        UPDATE %1$s SET name = upper(name) WHERE id = 1;
        DELETE FROM %1$s WHERE id = 2;
        ALTER TABLE %1$s ADD COLUMN river text DEFAULT 'unknown';
        INSERT INTO %1$s (id, name, river) VALUES (4, 'Kazan', 'Volga');
        COMMIT"""
        .formatted(name);
  }

  /** The table's content on a node, in the order of its key. */
  public Table content(Node node) throws SQLException {
    return cluster.sql(node).query(query());
  }

  /** Asks for the table's content, in the order of its key. */
  public String query() {
    return "SELECT * FROM " + name + " ORDER BY 1";
  }

  /** Waits until a node has the same columns and rows as another. */
  public Observed<Table> awaitSame(Node replica, Node leader) throws SQLException {
    Table expected = content(leader);
    return cluster
        .waits()
        .until(
            cluster.deadlines().replicated(),
            Message.of("cluster.wait.sameTable")
                .with("table", name)
                .with("node", replica)
                .with("rows", expected),
            () -> content(replica),
            expected::equals);
  }

  /** The changes that the features try on a replica, by their names there. */
  public String statementFor(String change) {
    Map<String, String> statements =
        Map.of(
            "insert a row",
            "INSERT INTO %s VALUES (99, 'nowhere')",
            "update a row",
            "UPDATE %s SET name = 'nowhere' WHERE id = 1",
            "delete a row",
            "DELETE FROM %s WHERE id = 1",
            "empty \"" + name + "\"",
            "TRUNCATE %s",
            "drop \"" + name + "\"",
            "DROP TABLE %s",
            "create a table",
            "CREATE TABLE %s_copy (id int)",
            "create an index",
            "CREATE INDEX ON %s (name)");
    if (!statements.containsKey(change)) {
      throw new IllegalArgumentException(
          "No statement is known for '%s'; known are %s".formatted(change, statements.keySet()));
    }
    return statements.get(change).formatted(name);
  }
}

package org.halab.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.DataTableType;
import io.cucumber.java.ParameterType;
import java.util.List;
import org.halab.domain.Table;
import org.halab.fault.Link;
import org.halab.message.Language;
import org.halab.message.Terms;
import org.halab.rejoin.RejoinMethod;
import org.halab.scenario.Moment;
import org.halab.workload.ListLoad;

/**
 * What the sentences' words and tables become. Steps know the English ones; those of the Russian
 * features are terms of theirs.
 */
public final class ParameterTypes {
  /** Every way back of a node that was away. */
  private static final String WAYS =
      "a fresh copy of the leader|a rewind|the archive|the leader's kept WAL alone"
          + "|свежей копией его данных|перемоткой|по архиву WAL"
          + "|только по WAL, сохранённому у лидера";

  /** Every moment that a fault can last until. */
  private static final String MOMENTS =
      "the other node leads|another node leads|no node takes writes|writes are refused|the ttl is over"
          + "|the replica has failed"
          + "|the node behind it follows the leader"
          + "|each node's ZooKeeper session is closed and no node takes writes"
          + "|после смены лидера|все узлы не перестанут принимать запись";

  @ParameterType(MOMENTS)
  public Moment moment(String words) {
    return Moment.named(english(words));
  }

  @ParameterType(
      "the leader and the DCS|the leader and the replica|the entrypoint and the leader"
          + "|clients and the entrypoint")
  public Link link(String words) {
    return Link.named(words);
  }

  @ParameterType("REPEATABLE READ|READ COMMITTED")
  public ListLoad.Level level(String words) {
    return ListLoad.Level.valueOf(words.replace(' ', '_'));
  }

  @ParameterType(WAYS)
  public RejoinMethod wayBack(String words) {
    return RejoinMethod.named(english(words));
  }

  /** Of the project; a word that the stack knows. */
  @ParameterType("\\S+")
  public String variant(String word) {
    return english(word);
  }

  /** What a client does to a table, in a few words. */
  @ParameterType(".+")
  public String change(String words) {
    return english(words);
  }

  @DataTableType(replaceWithEmptyString = "[empty]")
  public Table table(DataTable table) {
    List<List<String>> cells =
        table.cells().stream()
            .map(row -> row.stream().map(cell -> cell == null ? "" : english(cell)).toList())
            .toList();
    return new Table(cells.get(0), cells.subList(1, cells.size()));
  }

  private static String english(String words) {
    return Terms.english(words, Language.RUSSIAN);
  }
}

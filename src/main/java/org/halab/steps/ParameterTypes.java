package org.halab.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.DataTableType;
import io.cucumber.java.ParameterType;
import java.util.List;
import org.halab.domain.Table;
import org.halab.fault.FaultName;
import org.halab.rejoin.RejoinMethod;
import org.halab.report.Phrasebook;

/**
 * What the sentences' words and tables become. Steps know the English ones; those of the Russian
 * features are looked up in the phrasebook.
 */
public final class ParameterTypes {
  /** Every fault by its name; a unit test holds the list against {@link FaultName}. */
  static final String FAULTS =
      "the leader is stopped|the leader is killed|the leader is frozen"
          + "|the leader is stopped and its volume lost"
          + "|the leader's PostgreSQL is killed|the leader's Patroni is killed"
          + "|the leader's Patroni is frozen"
          + "|the replica is stopped|the replica is killed|the replica is frozen"
          + "|the leader is cut off from the DCS|the leader is cut off from the replica"
          + "|the leader is cut off from clients and the entrypoint"
          + "|the leader is cut off from everything"
          + "|the DCS is stopped|the DCS is killed|the DCS is frozen|the DCS loses its data"
          + "|a member of the DCS is killed"
          + "|the entrypoint is stopped|the entrypoint is killed|the entrypoint is frozen"
          + "|the leadership is handed to the other node"
          + "|the leader's PostgreSQL is restarted through Patroni"
          + "|the replica is given a fresh copy through Patroni|both nodes are killed"
          + "|the leader's disk is full";

  /** Those of the Russian features, as the phrasebook has them. */
  static final String RUSSIAN_FAULTS =
      "лидер остановлен|лидер убит|лидер остановлен и потерял свой том|реплика остановлена"
          + "|DCS остановлена|участник DCS убит|лидерство передано второму узлу";

  /** Every way back of a node that was away. */
  private static final String WAYS =
      "a fresh copy of the leader|a rewind|the archive|the leader's kept WAL alone"
          + "|свежей копией его данных|перемоткой|по архиву WAL"
          + "|только по WAL, сохранённому у лидера";

  private final Phrasebook russian = Phrasebook.of("ru");

  @ParameterType(FAULTS + "|" + RUSSIAN_FAULTS)
  public FaultName fault(String words) {
    return FaultName.named(russian.english(words));
  }

  @ParameterType(WAYS)
  public RejoinMethod wayBack(String words) {
    return RejoinMethod.named(russian.english(words));
  }

  /** Of the project; a word that the stack knows. */
  @ParameterType("\\S+")
  public String variant(String word) {
    return russian.english(word);
  }

  /** What a client does to a table, in a few words. */
  @ParameterType(".+")
  public String change(String words) {
    return russian.english(words);
  }

  @DataTableType(replaceWithEmptyString = "[empty]")
  public Table table(DataTable table) {
    List<List<String>> cells =
        table.cells().stream()
            .map(
                row -> row.stream().map(cell -> cell == null ? "" : russian.english(cell)).toList())
            .toList();
    return new Table(cells.get(0), cells.subList(1, cells.size()));
  }
}

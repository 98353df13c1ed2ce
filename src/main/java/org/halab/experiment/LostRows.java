package org.halab.experiment;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.halab.checker.RowSet;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Outcome;

/**
 * What an experiment lost: acknowledged rows that the leader does not have.
 *
 * @param early the lost rows that were acknowledged before replication was held back
 */
public record LostRows(RowSet rows, Set<Long> early) {
  /**
   * @param heldBackSince when replication was held back
   */
  static LostRows judge(RowSet rows, History history, Instant heldBackSince) {
    History earlier = history.of(Operation.Kind.WRITE).endedIn(Instant.MIN, heldBackSince);
    Set<Long> early = new TreeSet<>(earlier.numbers(Outcome.ACKNOWLEDGED));
    early.retainAll(rows.lost());
    return new LostRows(rows, early);
  }
}

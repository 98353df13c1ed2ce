package org.halab.checker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.halab.domain.History;
import org.halab.domain.Outcome;
import org.halab.message.Message;

/**
 * The rows that clients wrote against the rows that are there.
 *
 * @param acknowledged how many rows were acknowledged
 * @param lost acknowledged, and not there
 * @param ghosts of unknown outcome, and there: allowed, and worth knowing
 * @param duplicates there more than once
 * @param unexpected there, although rejected or never written
 */
public record RowSet(
    int acknowledged,
    Set<Long> lost,
    Set<Long> ghosts,
    Set<Long> duplicates,
    Set<Long> unexpected) {

  /**
   * @param present the number of every row that is there, in any order
   */
  public static RowSet judge(History history, List<Long> present) {
    Set<Long> acknowledged = history.numbers(Outcome.ACKNOWLEDGED);
    Set<Long> unknown = history.numbers(Outcome.UNKNOWN);
    Set<Long> seen = new HashSet<>();
    Set<Long> duplicates = new TreeSet<>();
    for (Long number : present) {
      if (!seen.add(number)) {
        duplicates.add(number);
      }
    }
    Set<Long> lost = new TreeSet<>(acknowledged);
    lost.removeAll(seen);
    Set<Long> ghosts = new TreeSet<>(unknown);
    ghosts.retainAll(seen);
    Set<Long> unexpected = new TreeSet<>(seen);
    unexpected.removeAll(acknowledged);
    unexpected.removeAll(unknown);
    return new RowSet(acknowledged.size(), lost, ghosts, duplicates, unexpected);
  }

  /** Every acknowledged row is there once, and nothing is that should not be. */
  public boolean sound() {
    return lost.isEmpty() && duplicates.isEmpty() && unexpected.isEmpty();
  }

  public Message told() {
    return Message.of("checker.rows")
        .with("acknowledged", acknowledged)
        .with("lost", String.valueOf(lost))
        .with("duplicates", String.valueOf(duplicates))
        .with("unexpected", String.valueOf(unexpected))
        .with("ghosts", String.valueOf(ghosts));
  }
}

package org.halab.checker.isolation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.halab.domain.ListTransaction;
import org.halab.domain.ListTransaction.Side;
import org.halab.message.Message;

/**
 * Something that transactions must not see of each other.
 *
 * @param found what it is, by the numbers of the transactions
 * @param witnesses the transactions whose reads or acknowledgements show it
 * @param others those that they tell of
 */
public record Anomaly(
    Kind kind, Message found, List<ListTransaction> witnesses, List<ListTransaction> others) {

  /** What can be wrong. */
  public enum Kind {
    /** Acknowledged and not there, or written over by one that had not seen it. */
    LOST_UPDATE,
    /** What was read was refused, never came to be, or was only half of a transaction. */
    DIRTY_READ,
    /** Of one transaction something was seen and something not, or a list changed meanwhile. */
    FRACTURED_READ,
    /** Of two transactions one read saw the first alone, and another one the second alone. */
    LONG_FORK,
    /** Reads of one list that cannot have followed each other. */
    NO_ORDER
  }

  /** On which sides the witnesses were. */
  public Set<Side> sides() {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    witnesses.forEach(one -> sides.add(one.side()));
    return sides;
  }

  /** Whether its witnesses were on these sides, each on one and each side with one. */
  public boolean between(Side... sides) {
    return sides().equals(EnumSet.copyOf(Arrays.asList(sides)));
  }

  /** What it is, and each of its transactions in words. */
  public List<Message> told() {
    return new AnomalyTold(this).sentences();
  }
}

package org.halab.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.halab.domain.History;
import org.halab.domain.Outcome;
import org.halab.domain.Transfer;

/**
 * Transfers between accounts, each with an id that is written in the same transaction. The sum of
 * all balances alone would not show a transfer that was made twice, or lost whole.
 *
 * @param sumKept the balances add up to what they did at first
 * @param explained each balance is what the written transfers make of it
 * @param lost acknowledged transfers without an entry
 * @param duplicates ids with more than one entry
 * @param unexpected entries of transfers that were rejected or never made
 */
public record BankLedger(
    boolean sumKept,
    boolean explained,
    Set<Long> lost,
    Set<Long> duplicates,
    Set<Long> unexpected) {

  /**
   * @param history of the transfers; an operation's number is the transfer's id
   * @param before the balances at first
   * @param after the balances when all clients had ended
   * @param ledger the entries then
   */
  public static BankLedger judge(
      History history, Map<String, Long> before, Map<String, Long> after, List<Transfer> ledger) {
    Map<String, Long> expected = new HashMap<>(before);
    Set<Long> seen = new HashSet<>();
    Set<Long> duplicates = new TreeSet<>();
    for (Transfer transfer : ledger) {
      expected.merge(transfer.from(), -transfer.amount(), Long::sum);
      expected.merge(transfer.to(), transfer.amount(), Long::sum);
      if (!seen.add(transfer.id())) {
        duplicates.add(transfer.id());
      }
    }
    Set<Long> lost = new TreeSet<>(history.numbers(Outcome.ACKNOWLEDGED));
    lost.removeAll(seen);
    Set<Long> unexpected = new TreeSet<>(seen);
    unexpected.removeAll(history.numbers(Outcome.ACKNOWLEDGED));
    unexpected.removeAll(history.numbers(Outcome.UNKNOWN));
    return new BankLedger(
        sum(before) == sum(after), Objects.equals(expected, after), lost, duplicates, unexpected);
  }

  public boolean sound() {
    return sumKept && explained && lost.isEmpty() && duplicates.isEmpty() && unexpected.isEmpty();
  }

  private static long sum(Map<String, Long> balances) {
    return balances.values().stream().mapToLong(Long::longValue).sum();
  }
}

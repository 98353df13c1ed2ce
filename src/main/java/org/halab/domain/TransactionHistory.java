package org.halab.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The transactions of all clients, in the order of their ends, and what the lists were when all had
 * ended. A list is only ever appended to, so its elements tell in which order those came that
 * appended them.
 */
public record TransactionHistory(List<ListTransaction> transactions, Map<Long, List<Long>> end) {
  public TransactionHistory {
    transactions =
        transactions.stream().sorted(Comparator.comparing(ListTransaction::end)).toList();
    end = Map.copyOf(end);
  }

  /** While clients work: as if the longest that was read of each list were its end. */
  public static TransactionHistory soFar(List<ListTransaction> transactions) {
    Map<Long, List<Long>> longest = new HashMap<>();
    for (ListTransaction one : transactions) {
      one.found()
          .forEach(
              (list, elements) ->
                  longest.merge(list, elements, (a, b) -> a.size() >= b.size() ? a : b));
    }
    return new TransactionHistory(transactions, longest);
  }

  public long count(Outcome outcome) {
    return transactions.stream().filter(one -> one.outcome() == outcome).count();
  }
}

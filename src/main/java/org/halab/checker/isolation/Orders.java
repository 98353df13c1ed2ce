package org.halab.checker.isolation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListTransaction;
import org.halab.domain.TransactionHistory;

/** Which transaction appended what, and in which order it came to be. */
final class Orders {
  private final TransactionHistory history;
  private final Map<Long, List<Long>> ends = new HashMap<>();
  private final Map<Append, ListTransaction> writers = new HashMap<>();
  private final Map<Append, Integer> positions = new HashMap<>();

  Orders(TransactionHistory history) {
    this.history = history;
    history
        .transactions()
        .forEach(one -> one.appends().forEach(append -> writers.put(append, one)));
    history
        .end()
        .forEach(
            (list, elements) -> {
              List<Long> once = elements.stream().distinct().toList();
              ends.put(list, once);
              for (int i = 0; i < once.size(); i++) {
                positions.put(new Append(list, once.get(i)), i);
              }
            });
  }

  /** The transactions that were acknowledged: what they read counts. */
  List<ListTransaction> readers() {
    return history.transactions().stream().filter(ListTransaction::acknowledged).toList();
  }

  /** The list in the end, each element once. */
  List<Long> end(long list) {
    return ends.getOrDefault(list, List.of());
  }

  /** Empty if nobody ever appended it. */
  Optional<ListTransaction> writer(Append append) {
    return Optional.ofNullable(writers.get(append));
  }

  Optional<ListTransaction> writer(long list, int position) {
    return writer(new Append(list, end(list).get(position)));
  }

  boolean there(Append append) {
    return positions.containsKey(append);
  }

  /** How many elements come before it in the end; it is there. */
  int position(Append append) {
    return positions.get(append);
  }

  /**
   * How far a read had got: the number of elements that it saw and that came to be. Of a read that
   * fits no order it is a guess, and another judge speaks of it.
   */
  int length(long list, List<Long> found) {
    return (int)
        found.stream().filter(element -> there(new Append(list, element))).distinct().count();
  }
}

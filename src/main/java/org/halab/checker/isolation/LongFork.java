package org.halab.checker.isolation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.checker.isolation.Anomaly.Kind;
import org.halab.domain.ListTransaction;
import org.halab.domain.ListTransaction.Side;
import org.halab.message.Message;

/**
 * Two reads that tell of different orders: the first saw one transaction and not another, the
 * second saw the other and not the one. Each is a state that the database can have been in; both
 * cannot have followed each other. Reads of the same two lists are compared, so that a fork over
 * three lists that no read saw two of at once goes unseen.
 */
final class LongFork {
  private final Orders orders;
  private final Set<Set<ListTransaction>> told = new HashSet<>();

  LongFork(Orders orders) {
    this.orders = orders;
  }

  private record Pair(long one, long other) {}

  /** How much of each of two lists a transaction saw. */
  private record Look(ListTransaction reader, int one, int other) {}

  List<Anomaly> judge() {
    Map<Pair, List<Look>> looks = new HashMap<>();
    for (ListTransaction reader : orders.readers()) {
      Map<Long, Integer> lengths = new HashMap<>();
      reader.found().forEach((list, found) -> lengths.put(list, orders.length(list, found)));
      lengths.forEach(
          (one, length) ->
              lengths.forEach(
                  (other, otherLength) -> {
                    if (one < other) {
                      looks
                          .computeIfAbsent(new Pair(one, other), pair -> new ArrayList<>())
                          .add(new Look(reader, length, otherLength));
                    }
                  }));
    }
    List<Anomaly> anomalies = new ArrayList<>();
    looks.forEach((pair, ofPair) -> anomalies.addAll(judge(pair, ofPair)));
    return anomalies;
  }

  /**
   * By how much they saw of the first list: whoever saw more of it may not have seen less of the
   * second. Of each side the one that saw most of the second is remembered.
   */
  private List<Anomaly> judge(Pair pair, List<Look> looks) {
    looks.sort(Comparator.comparingInt(Look::one));
    List<Anomaly> anomalies = new ArrayList<>();
    Map<Side, Look> most = new EnumMap<>(Side.class);
    for (int i = 0; i < looks.size(); ) {
      int group = i;
      while (i < looks.size() && looks.get(i).one() == looks.get(group).one()) {
        Look look = looks.get(i);
        most.values().stream()
            .filter(earlier -> earlier.other() > look.other())
            .flatMap(earlier -> fork(pair, earlier, look).stream())
            .forEach(anomalies::add);
        i++;
      }
      looks
          .subList(group, i)
          .forEach(look -> most.merge(look.reader().side(), look, LongFork::more));
    }
    return anomalies;
  }

  private static Look more(Look one, Look other) {
    return other.other() > one.other() ? other : one;
  }

  /** The first saw less of the first list, and more of the second. */
  private Optional<Anomaly> fork(Pair pair, Look first, Look second) {
    Optional<ListTransaction> ofFirst = orders.writer(pair.other(), second.other());
    Optional<ListTransaction> ofSecond = orders.writer(pair.one(), first.one());
    if (!told.add(Set.of(first.reader(), second.reader()))
        || ofFirst.isEmpty()
        || ofSecond.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Anomaly(
            Kind.LONG_FORK,
            Message.of("checker.isolation.fork")
                .with("first", AnomalyTold.name(first.reader()))
                .with("second", AnomalyTold.name(second.reader()))
                .with("one", AnomalyTold.name(ofFirst.get()))
                .with("other", AnomalyTold.name(ofSecond.get())),
            List.of(first.reader(), second.reader()),
            Stream.of(ofFirst.get(), ofSecond.get()).distinct().toList()));
  }
}

package org.halab.checker.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.checker.isolation.Anomaly.Kind;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListTransaction;
import org.halab.message.Message;

/**
 * Updates that are lost. Either the element of an acknowledged transaction is not there in the end,
 * or a transaction read a list and appended to it, and in between came another one that it did not
 * see: whatever it worked out from what it had read is wrong, also where both elements are there.
 */
final class LostUpdate {
  private final Orders orders;

  LostUpdate(Orders orders) {
    this.orders = orders;
  }

  List<Anomaly> judge() {
    List<Anomaly> anomalies = new ArrayList<>();
    for (ListTransaction one : orders.readers()) {
      vanished(one).ifPresent(anomalies::add);
      one.found().forEach((list, found) -> unseen(one, list, found).ifPresent(anomalies::add));
    }
    return anomalies;
  }

  private Optional<Anomaly> vanished(ListTransaction one) {
    return one.appends().stream()
        .filter(append -> !orders.there(append))
        .findFirst()
        .map(
            append ->
                new Anomaly(
                    Kind.LOST_UPDATE,
                    Message.of("checker.isolation.vanished")
                        .with("transaction", AnomalyTold.name(one))
                        .with("element", append.element())
                        .with("list", append.list())
                        .with("end", AnomalyTold.elements(orders.end(append.list()))),
                    List.of(one),
                    laterWithout(one, append).stream().toList()));
  }

  /** The first that read the list when it had been acknowledged, and did not see it. */
  private Optional<ListTransaction> laterWithout(ListTransaction one, Append append) {
    return orders.readers().stream()
        .filter(reader -> reader.side() == one.side() && reader.start().isAfter(one.end()))
        .filter(
            reader ->
                Optional.ofNullable(reader.found().get(append.list()))
                    .filter(found -> !found.contains(append.element()))
                    .isPresent())
        .findFirst();
  }

  private Optional<Anomaly> unseen(ListTransaction one, long list, List<Long> found) {
    int seen = orders.length(list, found);
    return one.appends().stream()
        .filter(append -> append.list() == list && orders.there(append))
        .findFirst()
        .filter(append -> orders.position(append) > seen)
        .flatMap(append -> orders.writer(list, seen).map(other -> Map.entry(append, other)))
        .filter(entry -> !entry.getValue().equals(one))
        .map(entry -> overwritten(one, entry.getKey(), entry.getValue()));
  }

  private static Anomaly overwritten(ListTransaction one, Append append, ListTransaction other) {
    return new Anomaly(
        Kind.LOST_UPDATE,
        Message.of("checker.isolation.overwritten")
            .with("transaction", AnomalyTold.name(one))
            .with("other", AnomalyTold.name(other))
            .with("list", append.list())
            .with("element", append.element()),
        List.of(one),
        List.of(other));
  }
}

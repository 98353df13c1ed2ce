package org.halab.checker.isolation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.halab.checker.isolation.Anomaly.Kind;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListTransaction;
import org.halab.message.Message;

/**
 * Lists without one order: what was read of one, apart from what is lost, is not how it begins in
 * the end; or an element is there twice. What the other judges conclude from an order is worth
 * nothing for such a list.
 */
final class NoOrder {
  private final Orders orders;

  NoOrder(Orders orders) {
    this.orders = orders;
  }

  List<Anomaly> judge() {
    List<Anomaly> anomalies = new ArrayList<>();
    for (ListTransaction reader : orders.readers()) {
      reader
          .foundEachTime()
          .forEach(
              (list, times) ->
                  times.stream()
                      .filter(found -> !fits(list, found))
                      .findFirst()
                      .ifPresent(found -> anomalies.add(anomaly(reader, list, found))));
    }
    return anomalies;
  }

  private boolean fits(long list, List<Long> found) {
    List<Long> kept =
        found.stream().filter(element -> orders.there(new Append(list, element))).toList();
    return kept.size() <= orders.end(list).size()
        && kept.equals(orders.end(list).subList(0, kept.size()))
        && new HashSet<>(found).size() == found.size();
  }

  private Anomaly anomaly(ListTransaction reader, long list, List<Long> found) {
    return new Anomaly(
        Kind.NO_ORDER,
        Message.of("checker.isolation.noOrder")
            .with("reader", AnomalyTold.name(reader))
            .with("list", list)
            .with("found", AnomalyTold.elements(found))
            .with("end", AnomalyTold.elements(orders.end(list))),
        List.of(reader),
        List.of());
  }
}

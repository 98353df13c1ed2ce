package org.halab.checker.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.checker.isolation.Anomaly.Kind;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListTransaction;
import org.halab.domain.Outcome;
import org.halab.message.Message;

/**
 * Reads of what never came to be: of a transaction that was refused, of one that nobody knows the
 * outcome of and that is not there in the end, of an element that nobody appended; and of a list in
 * the middle of a transaction that appended to it more than once.
 */
final class DirtyRead {
  private final Orders orders;

  DirtyRead(Orders orders) {
    this.orders = orders;
  }

  List<Anomaly> judge() {
    List<Anomaly> anomalies = new ArrayList<>();
    for (ListTransaction reader : orders.readers()) {
      reader.found().forEach((list, found) -> dirty(reader, list, found).ifPresent(anomalies::add));
    }
    return anomalies;
  }

  private Optional<Anomaly> dirty(ListTransaction reader, long list, List<Long> found) {
    return found.stream()
        .map(element -> new Append(list, element))
        .filter(append -> neverWas(reader, append))
        .findFirst()
        .map(append -> never(reader, append))
        .or(() -> halfway(reader, list, found));
  }

  /** An acknowledged one that is not there is lost, which another judge tells. */
  private boolean neverWas(ListTransaction reader, Append append) {
    Optional<ListTransaction> writer = orders.writer(append).filter(one -> !one.equals(reader));
    return writer
        .map(ListTransaction::outcome)
        .map(
            outcome ->
                outcome == Outcome.REJECTED || outcome == Outcome.UNKNOWN && !orders.there(append))
        .orElse(orders.writer(append).isEmpty());
  }

  private Anomaly never(ListTransaction reader, Append append) {
    Optional<ListTransaction> writer = orders.writer(append);
    Message by =
        writer
            .map(
                one ->
                    Message.of("checker.isolation.neverWas")
                        .with("transaction", AnomalyTold.name(one))
                        .with("outcome", Message.of("checker.isolation.outcome", one.outcome())))
            .orElseGet(() -> Message.of("checker.isolation.nobody"));
    return new Anomaly(
        Kind.DIRTY_READ,
        Message.of("checker.isolation.dirty")
            .with("reader", AnomalyTold.name(reader))
            .with("element", append.element())
            .with("list", append.list())
            .with("by", by),
        List.of(reader),
        writer.stream().toList());
  }

  private Optional<Anomaly> halfway(ListTransaction reader, long list, List<Long> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Append last = new Append(list, found.get(found.size() - 1));
    return orders
        .writer(last)
        .filter(writer -> !writer.equals(reader))
        .filter(writer -> appendsAfter(writer, last))
        .map(
            writer ->
                new Anomaly(
                    Kind.DIRTY_READ,
                    Message.of("checker.isolation.halfway")
                        .with("reader", AnomalyTold.name(reader))
                        .with("list", list)
                        .with("element", last.element())
                        .with("writer", AnomalyTold.name(writer)),
                    List.of(reader),
                    List.of(writer)));
  }

  private static boolean appendsAfter(ListTransaction writer, Append one) {
    List<Append> toTheList =
        writer.appends().stream().filter(append -> append.list() == one.list()).toList();
    return toTheList.indexOf(one) < toTheList.size() - 1;
  }
}

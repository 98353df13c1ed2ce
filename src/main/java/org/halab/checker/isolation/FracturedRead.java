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
 * Reads of half a transaction: it appended to two lists, and a transaction that read both saw one
 * element and not the other. Also a transaction that read one list twice, and not the same.
 */
final class FracturedRead {
  private final Orders orders;

  FracturedRead(Orders orders) {
    this.orders = orders;
  }

  List<Anomaly> judge() {
    List<Anomaly> anomalies = new ArrayList<>();
    for (ListTransaction reader : orders.readers()) {
      half(reader).or(() -> changed(reader)).ifPresent(anomalies::add);
    }
    return anomalies;
  }

  private Optional<Anomaly> half(ListTransaction reader) {
    Map<Long, List<Long>> found = reader.found();
    for (Map.Entry<Long, List<Long>> read : found.entrySet()) {
      for (Long element : read.getValue()) {
        Append seen = new Append(read.getKey(), element);
        Optional<Anomaly> half =
            orders
                .writer(seen)
                .filter(writer -> !writer.equals(reader))
                .flatMap(
                    writer -> missed(writer, found).map(one -> half(reader, writer, seen, one)));
        if (half.isPresent()) {
          return half;
        }
      }
    }
    return Optional.empty();
  }

  /** What of this transaction came to be, and is missing where it must be. */
  private Optional<Append> missed(ListTransaction writer, Map<Long, List<Long>> found) {
    return writer.appends().stream()
        .filter(append -> found.containsKey(append.list()) && orders.there(append))
        .filter(append -> !found.get(append.list()).contains(append.element()))
        .filter(append -> !halfOfOneList(writer, append, found.get(append.list())))
        .findFirst();
  }

  /** Whether another element of it in the same list was seen, which is a dirty read. */
  private static boolean halfOfOneList(ListTransaction writer, Append append, List<Long> found) {
    return writer.appends().stream()
        .anyMatch(other -> other.list() == append.list() && found.contains(other.element()));
  }

  private static Anomaly half(
      ListTransaction reader, ListTransaction writer, Append seen, Append missed) {
    return new Anomaly(
        Kind.FRACTURED_READ,
        Message.of("checker.isolation.half")
            .with("reader", AnomalyTold.name(reader))
            .with("writer", AnomalyTold.name(writer))
            .with("element", seen.element())
            .with("list", seen.list())
            .with("missed", missed.element())
            .with("other", missed.list()),
        List.of(reader),
        List.of(writer));
  }

  private static Optional<Anomaly> changed(ListTransaction reader) {
    return reader.foundEachTime().entrySet().stream()
        .filter(entry -> entry.getValue().stream().distinct().count() > 1)
        .findFirst()
        .map(
            entry ->
                new Anomaly(
                    Kind.FRACTURED_READ,
                    Message.of("checker.isolation.changed")
                        .with("reader", AnomalyTold.name(reader))
                        .with("list", entry.getKey()),
                    List.of(reader),
                    List.of()));
  }
}

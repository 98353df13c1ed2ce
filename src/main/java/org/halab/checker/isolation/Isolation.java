package org.halab.checker.isolation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.checker.isolation.Anomaly.Kind;
import org.halab.domain.ListTransaction;
import org.halab.domain.ListTransaction.Side;
import org.halab.domain.Outcome;
import org.halab.domain.TransactionHistory;
import org.halab.message.Message;

/**
 * What transactions saw of each other.
 *
 * @param acknowledged how many were
 * @param anomalies in the order of {@link Kind}
 */
public record Isolation(long acknowledged, List<Anomaly> anomalies) {
  public Isolation {
    anomalies = List.copyOf(anomalies);
  }

  public static Isolation judge(TransactionHistory history) {
    Orders orders = new Orders(history);
    List<Anomaly> anomalies = new ArrayList<>();
    anomalies.addAll(new LostUpdate(orders).judge());
    anomalies.addAll(new DirtyRead(orders).judge());
    anomalies.addAll(new FracturedRead(orders).judge());
    anomalies.addAll(new LongFork(orders).judge());
    anomalies.addAll(new NoOrder(orders).judge());
    return new Isolation(history.count(Outcome.ACKNOWLEDGED), anomalies);
  }

  /** Two reads that tell of different orders, while clients still work. */
  public static List<Anomaly> forksSoFar(List<ListTransaction> transactions) {
    return new LongFork(new Orders(TransactionHistory.soFar(transactions))).judge();
  }

  public List<Anomaly> of(Kind kind) {
    return anomalies.stream().filter(one -> one.kind() == kind).toList();
  }

  /** Those whose witnesses were on these sides, each of which had one. */
  public List<Anomaly> between(Side... sides) {
    return anomalies.stream().filter(one -> one.between(sides)).toList();
  }

  /** How many of each kind there are, and an example of each. */
  public List<Message> told() {
    Map<Kind, List<Anomaly>> byKind = new EnumMap<>(Kind.class);
    anomalies.forEach(
        one -> byKind.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one));
    if (byKind.isEmpty()) {
      return List.of(Message.of("checker.isolation.none").with("count", acknowledged));
    }
    return byKind.entrySet().stream()
        .flatMap(
            entry ->
                Stream.concat(
                    Stream.of(
                        Message.of("checker.isolation.count")
                            .with("kind", Message.of("checker.isolation.kind", entry.getKey()))
                            .with("count", entry.getValue().size())),
                    entry.getValue().get(0).told().stream()))
        .toList();
  }
}

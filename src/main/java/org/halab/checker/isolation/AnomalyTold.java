package org.halab.checker.isolation;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.ListOperation;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListOperation.Read;
import org.halab.domain.ListTransaction;
import org.halab.message.Message;

/** Words an anomaly: what it is, then each of its transactions. */
final class AnomalyTold {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** Of a long list its end is enough to see who came last. */
  private static final int SHOWN = 4;

  private final Anomaly anomaly;

  AnomalyTold(Anomaly anomaly) {
    this.anomaly = anomaly;
  }

  List<Message> sentences() {
    List<Message> sentences = new ArrayList<>();
    sentences.add(
        Message.of("checker.isolation.anomaly")
            .with("kind", Message.of("checker.isolation.kind", anomaly.kind()))
            .with("found", anomaly.found()));
    Stream.concat(anomaly.others().stream(), anomaly.witnesses().stream())
        .distinct()
        .map(this::transaction)
        .forEach(sentences::add);
    return sentences;
  }

  private Message transaction(ListTransaction one) {
    return Message.of("checker.isolation.transaction")
        .with("transaction", name(one))
        .with("client", one.client())
        .with("side", Message.of("checker.isolation.side", one.side()))
        .with("start", TIME.format(one.start()))
        .with("end", TIME.format(one.end()))
        .with("outcome", Message.of("checker.isolation.outcome", one.outcome()))
        .with("operations", Message.joined(", ", operations(one)));
  }

  /** All of them, but reads of lists to which nobody here appended: those are counted. */
  private List<Message> operations(ListTransaction one) {
    Set<Long> lists =
        Stream.concat(anomaly.others().stream(), anomaly.witnesses().stream())
            .flatMap(each -> each.appends().stream())
            .map(Append::list)
            .collect(Collectors.toSet());
    List<ListOperation> told =
        one.operations().stream()
            .filter(each -> lists.isEmpty() || lists.contains(each.list()))
            .toList();
    List<Message> words = new ArrayList<>(told.stream().map(AnomalyTold::operation).toList());
    int others = one.operations().size() - told.size();
    if (others > 0) {
      words.add(Message.of("checker.isolation.others").with("count", others));
    }
    return words;
  }

  static String name(ListTransaction one) {
    return "T" + one.number();
  }

  private static Message operation(ListOperation operation) {
    if (operation instanceof Append append) {
      return Message.of("checker.isolation.append")
          .with("list", append.list())
          .with("element", append.element());
    }
    Read read = (Read) operation;
    return Message.of("checker.isolation.read")
        .with("list", read.list())
        .with("elements", elements(read.elements()));
  }

  static String elements(List<Long> elements) {
    int from = Math.max(0, elements.size() - SHOWN);
    return elements.subList(from, elements.size()).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" ", from > 0 ? "[… " : "[", "]"));
  }
}

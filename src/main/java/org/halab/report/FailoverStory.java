package org.halab.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halab.checker.failover.Failover;
import org.halab.domain.Durations;
import org.halab.domain.History;
import org.halab.domain.MessageTable;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Outcome;
import org.halab.message.Message;

/** What a fault led to, put into words. */
public final class FailoverStory {
  private final Failover failover;

  public FailoverStory(Failover failover) {
    this.failover = failover;
  }

  /** The course of events, with seconds since the fault. */
  public MessageTable table() {
    return new MessageTable(
        List.of(
            Message.of("report.table.seconds"),
            Message.of("report.table.who"),
            Message.of("report.table.meaning"),
            Message.of("report.table.evidence")),
        failover.events().stream()
            .map(
                one ->
                    List.<Object>of(
                        offset(one.at()),
                        EventWords.who(one.who()),
                        EventWords.meaning(one),
                        one.evidence().isEmpty()
                            ? EventWords.evidence(one)
                            : abbreviated(one.evidence())))
            .toList());
  }

  /** What clients were answered before the fault, from it to their last failure, and after. */
  public MessageTable answers() {
    List<List<Object>> rows = new ArrayList<>();
    Instant fault = failover.evidence().at();
    Deed deed = new Deed(failover.evidence().done());
    for (Kind kind : Kind.values()) {
      History history = failover.evidence().history().of(kind);
      Instant over = failover.outage(kind).map(Outage::lastFailure).orElse(fault);
      Message operation = Message.of("report.operation", kind);
      rows.add(
          row(
              operation,
              Message.of("report.answers.before", deed.kind()),
              history.endedIn(Instant.MIN, fault)));
      rows.add(row(operation, Message.of("report.answers.during"), history.endedIn(fault, over)));
      rows.add(
          row(operation, Message.of("report.answers.after"), history.endedIn(over, Instant.MAX)));
    }
    List<Message> columns =
        new ArrayList<>(
            List.of(Message.of("report.answers.operation"), Message.of("report.answers.when")));
    for (Outcome outcome : Outcome.values()) {
      columns.add(EventWords.outcome(outcome));
    }
    return new MessageTable(columns, rows);
  }

  private static List<Object> row(Message operation, Message when, History history) {
    List<Object> row = new ArrayList<>(List.of(operation, when));
    for (Outcome outcome : Outcome.values()) {
      row.add(history.count(outcome));
    }
    return row;
  }

  /** What happened, in plain sentences, each with this run's names and times. */
  public List<Message> told() {
    return new Telling(failover).sentences();
  }

  private String offset(Instant at) {
    return Durations.offset(failover.evidence().at(), at);
  }

  private static String abbreviated(String text) {
    String flat = text.replaceAll("\\s+", " ").strip();
    return flat.length() <= 150 ? flat : flat.substring(0, 149) + "…";
  }
}

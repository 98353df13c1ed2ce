package org.halab.checker;

import java.util.ArrayList;
import java.util.List;
import org.halab.message.Message;

/** Everything that is judged about the data after a fault. */
public record Verdict(
    RowSet rows,
    WriteOrder order,
    CounterBounds counter,
    BankLedger bank,
    MonotonicReads reads,
    WritableNodes writable,
    UnknownWrites unknown) {

  public boolean sound() {
    return complaints().isEmpty();
  }

  /** What does not hold, each with its evidence. */
  public List<Message> complaints() {
    List<Message> complaints = new ArrayList<>();
    if (!rows.sound()) {
      complaints.add(Message.of("checker.complaint.rows").with("rows", rows.told()));
    }
    if (!order.sound()) {
      complaints.add(Message.of("checker.complaint.order").with("evidence", order.violations()));
    }
    if (!counter.sound()) {
      complaints.add(Message.of("checker.complaint.counter").with("counter", counter.told()));
    }
    if (!bank.sound()) {
      complaints.add(Message.of("checker.complaint.bank").with("evidence", bank));
    }
    if (!reads.sound()) {
      complaints.add(Message.of("checker.complaint.reads").with("evidence", reads.steps()));
    }
    if (!writable.sound()) {
      complaints.add(
          Message.of("checker.complaint.writable").with("evidence", writable.overlaps()));
    }
    return complaints;
  }

  /** What was found, whether it holds or not. */
  public Message told() {
    Message found =
        sound()
            ? Message.of("checker.sound").with("rows", rows.told()).with("counter", counter.told())
            : Message.joined("; ", complaints());
    return unknown.told().map(fates -> Message.joined(" ", List.of(found, fates))).orElse(found);
  }
}

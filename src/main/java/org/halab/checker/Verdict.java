package org.halab.checker;

import java.util.ArrayList;
import java.util.List;

/** Everything that is judged about the data after a fault. */
public record Verdict(
    RowSet rows,
    WriteOrder order,
    CounterBounds counter,
    BankLedger bank,
    MonotonicReads reads,
    WritableNodes writable) {

  public boolean sound() {
    return complaints().isEmpty();
  }

  /** What does not hold, each with its evidence. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    if (!rows.sound()) {
      complaints.add("rows: " + rows);
    }
    if (!order.sound()) {
      complaints.add("order: " + order.violations());
    }
    if (!counter.sound()) {
      complaints.add("counter: " + counter);
    }
    if (!bank.sound()) {
      complaints.add("bank: " + bank);
    }
    if (!reads.sound()) {
      complaints.add("reads that went back: " + reads.steps());
    }
    if (!writable.sound()) {
      complaints.add("two writable nodes: " + writable.overlaps());
    }
    return complaints;
  }

  @Override
  public String toString() {
    return sound()
        ? "Rows: %s. Counter: %s. The balances and the ledger agree, no write survived without those before it, no session's reads went back, never did two nodes take writes at once."
            .formatted(rows, counter)
        : String.join("; ", complaints());
  }
}

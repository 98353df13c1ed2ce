package org.halab.checker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;

/** Writes down histories, good and bad. */
final class Histories {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Operation> operations = new ArrayList<>();

  /** A write that lasted from one second to another. */
  Histories write(long number, int start, int end, Outcome outcome) {
    operations.add(new Operation(Kind.WRITE, number, at(start), at(end), outcome, ""));
    return this;
  }

  /** Writes one after the other, numbered from 1. */
  static Histories of(Outcome... outcomes) {
    Histories histories = new Histories();
    for (int i = 0; i < outcomes.length; i++) {
      histories.write(i + 1, 2 * i, 2 * i + 1, outcomes[i]);
    }
    return histories;
  }

  History history() {
    return new History(operations);
  }

  static Instant at(int second) {
    return START.plusSeconds(second);
  }
}

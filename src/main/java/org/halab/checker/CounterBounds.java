package org.halab.checker;

import org.halab.domain.History;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.message.Message;

/**
 * A counter that every write raised by one: it is at least what was acknowledged, and at most that
 * and what is unknown.
 */
public record CounterBounds(long acknowledged, long unknown, long value) {

  /**
   * @param value of the counter, read when all clients had ended
   */
  public static CounterBounds judge(History history, long value) {
    History writes = history.of(Kind.WRITE);
    return new CounterBounds(
        writes.count(Outcome.ACKNOWLEDGED), writes.count(Outcome.UNKNOWN), value);
  }

  public boolean sound() {
    return acknowledged <= value && value <= acknowledged + unknown;
  }

  public Message told() {
    Message bounds =
        Message.of("checker.counter")
            .with("acknowledged", acknowledged)
            .with("value", value)
            .with("unknown", unknown);
    return sound() ? bounds : Message.of("checker.counter.broken").with("bounds", bounds);
  }
}

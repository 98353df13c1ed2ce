package org.halab.report;

import java.util.Map;
import java.util.Optional;
import org.halab.checker.failover.Event;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.Outcome;
import org.halab.message.Message;

/** Words the events of a failover. */
public final class EventWords {
  private EventWords() {}

  /** The part that says so. */
  public static Message who(String who) {
    return switch (who) {
      case Event.EXPERIMENT -> Message.of("report.who.experiment");
      case Event.LEADER_KEY -> Message.of("report.who.key");
      case Event.CLIENTS -> Message.of("report.who.clients");
      default -> Message.text(who);
    };
  }

  public static Message meaning(Event event) {
    return meaning(event.kind(), event.arguments());
  }

  /** What happened, in plain words. */
  public static Message meaning(Kind kind, Map<String, Object> arguments) {
    return Optional.ofNullable(kind == Kind.HEALED ? arguments.get("done") : null)
        .filter(Message.class::isInstance)
        .flatMap(done -> new Deed((Message) done).ended())
        .orElseGet(() -> new Message(Message.of("report.event", kind).key(), arguments));
  }

  public static Message evidence(Event event) {
    return evidence(event.kind(), event.arguments(), event.evidence());
  }

  /** The log line or the observation behind it; empty words if the event is all there is. */
  public static Message evidence(Kind kind, Map<String, Object> arguments, String line) {
    return switch (kind) {
      case FAULT -> Message.of("report.evidence.before").with("lock", held(arguments));
      case LOCK_TAKEN -> held(arguments);
      case LOCK_GONE -> Message.of("report.evidence.gone").with("end", arguments.get("end"));
      case CLIENTS_FAIL, CLIENTS_SUCCEED, CLIENTS_FAIL_LAST -> write(arguments);
      default -> Message.text(line);
    };
  }

  private static Message held(Map<String, Object> arguments) {
    return Message.of("report.evidence.held")
        .with("holder", arguments.get("holder"))
        .with("session", arguments.get("session"));
  }

  private static Message write(Map<String, Object> arguments) {
    Message outcome = outcome(Outcome.valueOf(String.valueOf(arguments.get("outcome"))));
    String error = String.valueOf(arguments.get("error"));
    return error.isEmpty()
        ? Message.of("report.evidence.row")
            .with("row", arguments.get("row"))
            .with("outcome", outcome)
        : Message.of("report.evidence.row.error")
            .with("row", arguments.get("row"))
            .with("outcome", outcome)
            .with("error", error);
  }

  static Message outcome(Outcome outcome) {
    return Message.of("report.outcome", outcome);
  }
}

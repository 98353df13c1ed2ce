package org.halab.checker.failover;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.halab.domain.LockChange;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;

/** Puts everything that is known of an experiment into one order of events. */
final class Events {
  private final FaultEvidence evidence;

  private Events(FaultEvidence evidence) {
    this.evidence = evidence;
  }

  static List<Event> of(FaultEvidence evidence) {
    return new Events(evidence).all();
  }

  private List<Event> all() {
    TreeSet<Event> all =
        new TreeSet<>(
            Comparator.comparing(Event::at)
                .thenComparing(Event::kind)
                .thenComparing(Event::who)
                .thenComparing(Event::evidence));
    all.add(fault());
    evidence.healedAt().map(this::healed).ifPresent(all::add);
    evidence.logs().stream()
        .filter(line -> !line.at().isBefore(evidence.at()))
        .map(LogReading::read)
        .flatMap(Optional::stream)
        .map(this::ofThisLock)
        .forEach(all::add);
    evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .map(this::ofLock)
        .forEach(all::add);
    Outage.since(evidence.at(), evidence.history().of(Kind.WRITE))
        .ifPresent(
            outage -> {
              all.add(clients(outage.firstFailure(), Event.Kind.CLIENTS_FAIL));
              all.add(clients(outage.firstSuccess(), Event.Kind.CLIENTS_SUCCEED));
              all.add(clients(outage.lastFailure(), Event.Kind.CLIENTS_FAIL_LAST));
            });
    return List.copyOf(all);
  }

  private Event fault() {
    return new Event(
        evidence.at(),
        Event.Kind.FAULT,
        Event.EXPERIMENT,
        Map.of(
            "done",
            evidence.done(),
            "holder",
            evidence.before().holder(),
            "session",
            evidence.before().session()),
        "");
  }

  private Event healed(Instant at) {
    return new Event(at, Event.Kind.HEALED, Event.EXPERIMENT, Map.of(), "");
  }

  /** Sessions of earlier processes expire too; only one of them held the lock. */
  private Event ofThisLock(Event one) {
    return one.kind() == Event.Kind.SESSION_EXPIRED
            && !one.evidence().contains(evidence.before().session())
        ? new Event(
            one.at(), Event.Kind.OTHER_SESSION_EXPIRED, one.who(), one.arguments(), one.evidence())
        : one;
  }

  private Event ofLock(LockChange change) {
    return change
        .lock()
        .map(
            lock ->
                new Event(
                    change.at(),
                    Event.Kind.LOCK_TAKEN,
                    Event.LEADER_KEY,
                    Map.of("holder", lock.holder(), "session", lock.session()),
                    ""))
        .orElseGet(
            () ->
                new Event(
                    change.at(),
                    Event.Kind.LOCK_GONE,
                    Event.LEADER_KEY,
                    Map.of("end", change.end().name()),
                    ""));
  }

  private Event clients(Instant at, Event.Kind kind) {
    Operation told =
        evidence.history().of(Kind.WRITE).operations().stream()
            .filter(one -> one.start().equals(at) || one.end().equals(at))
            .findFirst()
            .orElseThrow();
    return new Event(
        at,
        kind,
        Event.CLIENTS,
        Map.of("row", told.number(), "outcome", told.outcome().name(), "error", told.error()),
        "");
  }
}

package org.halab.checker.failover;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.halab.domain.History;
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
        .filter(this::concernsThisLock)
        .forEach(all::add);
    evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .map(Event::ofLock)
        .forEach(all::add);
    if (!evidence.newLeader().equals(evidence.oldLeader())) {
      Phases.firstWriteTaken(evidence).map(this::writeTaken).ifPresent(all::add);
    }
    for (Outage outage : Outage.all(evidence.at(), writes())) {
      all.add(firstToFail(outage.firstFailure()));
      all.add(clients(outage.firstSuccess(), true, Event.Kind.CLIENTS_SUCCEED));
      all.add(clients(outage.lastFailure(), false, Event.Kind.CLIENTS_FAIL_LAST));
    }
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
    return new Event(at, Event.Kind.HEALED, Event.EXPERIMENT, Map.of("done", evidence.done()), "");
  }

  private History writes() {
    return evidence.history().of(Kind.WRITE);
  }

  private Event writeTaken(Instant at) {
    String node = evidence.newLeader().service();
    return new Event(at, Event.Kind.WRITE_TAKEN, node, Map.of("node", node), "");
  }

  /** Other members, and the lab itself, have sessions too; a connection of theirs is no matter. */
  private boolean concernsThisLock(Event one) {
    return one.kind() != Event.Kind.CONNECTION_LOST
        || one.evidence().contains(evidence.before().session());
  }

  /** Sessions of earlier processes expire too; only one of them held the lock. */
  private Event ofThisLock(Event one) {
    return one.kind() == Event.Kind.SESSION_EXPIRED
            && !one.evidence().contains(evidence.before().session())
        ? new Event(
            one.at(), Event.Kind.OTHER_SESSION_EXPIRED, one.who(), one.arguments(), one.evidence())
        : one;
  }

  /** It may have begun before the outage, which is counted from the fault at the soonest. */
  private Event firstToFail(Instant at) {
    return clients(
        at,
        Event.Kind.CLIENTS_FAIL,
        writes().failuresSince(at).stream()
            .min(Comparator.comparing(Operation::start))
            .orElseThrow());
  }

  private Event clients(Instant end, boolean acknowledged, Event.Kind kind) {
    return clients(
        end,
        kind,
        writes().operations().stream()
            .filter(one -> one.end().equals(end) && one.acknowledged() == acknowledged)
            .findFirst()
            .orElseThrow());
  }

  private static Event clients(Instant at, Event.Kind kind, Operation told) {
    return new Event(
        at,
        kind,
        Event.CLIENTS,
        Map.of("row", told.number(), "outcome", told.outcome().name(), "error", told.error()),
        "");
  }
}

package org.halab.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;

/** Puts everything that is known of an experiment into one order of events. */
final class Events {
  private final FaultEvidence evidence;
  private final Words words;

  Events(FaultEvidence evidence, Words words) {
    this.evidence = evidence;
    this.words = words;
  }

  List<Event> all() {
    TreeSet<Event> all =
        new TreeSet<>(
            Comparator.comparing(Event::at)
                .thenComparing(Event::kind)
                .thenComparing(Event::who)
                .thenComparing(Event::evidence));
    all.add(fault());
    evidence.healedAt().map(this::healed).ifPresent(all::add);
    LogReading reading = new LogReading(words.language());
    evidence.logs().stream()
        .filter(line -> !line.at().isBefore(evidence.at()))
        .map(reading::read)
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
        words.get("who.experiment"),
        Phrasebook.in(words).say(evidence.done()),
        words.get("event.before", told(evidence.before())));
  }

  private Event healed(Instant at) {
    return new Event(
        at, Event.Kind.HEALED, words.get("who.experiment"), words.get("event.healed"), "");
  }

  /** Sessions of earlier processes expire too; only one of them held the lock. */
  private Event ofThisLock(Event one) {
    return one.kind() == Event.Kind.SESSION_EXPIRED
            && !one.evidence().contains(evidence.before().session())
        ? new Event(
            one.at(),
            one.kind(),
            one.who(),
            words.get("event.other", one.meaning()),
            one.evidence())
        : one;
  }

  private Event ofLock(LockChange change) {
    String who = words.get("who.key");
    return change
        .lock()
        .map(
            lock ->
                new Event(
                    change.at(),
                    Event.Kind.LOCK_TAKEN,
                    who,
                    words.get("event.taken", lock.holder()),
                    told(lock)))
        .orElseGet(
            () ->
                new Event(
                    change.at(),
                    Event.Kind.LOCK_GONE,
                    who,
                    words.get("event.gone"),
                    words.get("event.gone." + change.end())));
  }

  private String told(LeaderLock lock) {
    return words.get("event.held", lock.holder(), lock.session());
  }

  private Event clients(Instant at, Event.Kind kind) {
    String told =
        evidence.history().of(Kind.WRITE).operations().stream()
            .filter(one -> one.start().equals(at) || one.end().equals(at))
            .map(this::told)
            .findFirst()
            .orElse("");
    return new Event(at, kind, words.get("who.clients"), words.get("event." + kind), told);
  }

  private String told(Operation one) {
    String outcome = words.get("outcome." + one.outcome());
    return one.error().isEmpty()
        ? words.get("event.row", one.number(), outcome)
        : words.get("event.row.error", one.number(), outcome, one.error());
  }
}

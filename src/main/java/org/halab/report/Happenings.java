package org.halab.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LockEnd;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;

/** Puts everything that is known of an experiment into one order of events. */
final class Happenings {
  private Happenings() {}

  static List<Happening> of(FaultEvidence evidence) {
    TreeSet<Happening> all =
        new TreeSet<>(
            Comparator.comparing(Happening::at)
                .thenComparing(Happening::kind)
                .thenComparing(Happening::who)
                .thenComparing(Happening::evidence));
    all.add(
        new Happening(
            evidence.at(),
            Happening.Kind.FAULT,
            "the experiment",
            evidence.done(),
            "the lock was " + evidence.before()));
    evidence
        .healedAt()
        .ifPresent(
            at ->
                all.add(
                    new Happening(
                        at, Happening.Kind.HEALED, "the experiment", "it was healed", "")));
    evidence.logs().stream()
        .filter(line -> !line.at().isBefore(evidence.at()))
        .map(LogReading::read)
        .flatMap(Optional::stream)
        .map(one -> ofThisLock(one, evidence.before()))
        .forEach(all::add);
    evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .map(Happenings::ofLock)
        .forEach(all::add);
    Outage.since(evidence.at(), evidence.history().of(Kind.WRITE))
        .ifPresent(
            outage -> {
              all.add(clients(outage.firstFailure(), Happening.Kind.CLIENTS_FAIL, evidence));
              all.add(clients(outage.firstSuccess(), Happening.Kind.CLIENTS_SUCCEED, evidence));
              all.add(clients(outage.lastFailure(), Happening.Kind.CLIENTS_FAIL_LAST, evidence));
            });
    return List.copyOf(all);
  }

  /** Sessions of earlier processes expire too; only one of them held the lock. */
  private static Happening ofThisLock(Happening one, LeaderLock before) {
    return one.kind() == Happening.Kind.SESSION_EXPIRED
            && !one.evidence().contains(before.session())
        ? new Happening(
            one.at(),
            one.kind(),
            one.who(),
            one.meaning() + " (it did not hold the lock)",
            one.evidence())
        : one;
  }

  private static Happening ofLock(LockChange change) {
    return change
        .lock()
        .map(
            lock ->
                new Happening(
                    change.at(),
                    Happening.Kind.LOCK_TAKEN,
                    "leader key",
                    lock.holder() + " holds the lock",
                    lock.toString()))
        .orElseGet(
            () ->
                new Happening(
                    change.at(),
                    Happening.Kind.LOCK_GONE,
                    "leader key",
                    "nobody holds the lock",
                    "the key does not exist" + endOf(change.end())));
  }

  private static String endOf(LockEnd end) {
    return switch (end) {
      case RELEASED -> ", and the lease that it was held in lives";
      case EXPIRED -> ", and the lease that it was held in has expired";
      default -> "";
    };
  }

  private static Happening clients(Instant at, Happening.Kind kind, FaultEvidence evidence) {
    String meaning =
        switch (kind) {
          case CLIENTS_FAIL -> "the first write that fails";
          case CLIENTS_SUCCEED -> "the first write that succeeds again";
          default -> "the last failure of a write ends";
        };
    String told =
        evidence.history().of(Kind.WRITE).operations().stream()
            .filter(one -> one.start().equals(at) || one.end().equals(at))
            .map(Happenings::told)
            .findFirst()
            .orElse("");
    return new Happening(at, kind, "clients", meaning, told);
  }

  private static String told(Operation one) {
    return "row %d %s%s"
        .formatted(
            one.number(),
            one.outcome().name().toLowerCase(Locale.ROOT),
            one.error().isEmpty() ? "" : ": " + one.error());
  }
}

package org.halab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.halab.domain.Durations;
import org.halab.domain.History;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Outcome;
import org.halab.domain.Table;

/**
 * How a leader was lost and replaced, told from one run's evidence: the logs of all containers, the
 * leader key as ZooKeeper held it, and what clients were answered.
 */
public final class FailoverStory {
  /** Why the leader lock became free. */
  public enum LockEnd {
    /** The old leader closed its session, as it does when it shuts down in order. */
    RELEASED,
    /** ZooKeeper let the dead leader's session expire. */
    EXPIRED,
    /** The evidence shows neither, or both. */
    UNCLEAR
  }

  /**
   * What is known of a run.
   *
   * @param fault what was done, as a sentence's end: "was stopped"
   * @param at when
   * @param before who held the lock before
   * @param logs of all services, in any order
   * @param lock the lock's changes since before the fault
   * @param history of the clients
   */
  public record Evidence(
      String fault,
      Instant at,
      Node oldLeader,
      Node newLeader,
      LeaderLock before,
      List<LogLine> logs,
      List<LockChange> lock,
      History history) {}

  private final Evidence evidence;
  private final List<Happening> happenings;

  public FailoverStory(Evidence evidence) {
    this.evidence = evidence;
    this.happenings = collect(evidence);
  }

  /** Everything that happened, in order. */
  public List<Happening> happenings() {
    return happenings;
  }

  /**
   * Why the lock became free: the session it lived in was closed by its owner, or ZooKeeper let
   * that very session expire. Both are read from the logs up to the moment the lock was taken.
   */
  public LockEnd lockEnd() {
    boolean released =
        happenings.stream()
            .anyMatch(
                one ->
                    one.kind() == Happening.Kind.LOCK_RELEASED
                        && one.who().equals(evidence.oldLeader().service()));
    boolean expired =
        happenings.stream()
            .anyMatch(
                one ->
                    one.kind() == Happening.Kind.SESSION_EXPIRED
                        && one.evidence().contains(evidence.before().session()));
    if (released == expired) {
      return LockEnd.UNCLEAR;
    }
    return released ? LockEnd.RELEASED : LockEnd.EXPIRED;
  }

  /** How long the lock outlived the fault; empty if it was not seen to end. */
  public Optional<Duration> lockOutlivedFault() {
    return evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .filter(change -> !change.lock().equals(Optional.of(evidence.before())))
        .findFirst()
        .map(change -> Duration.between(evidence.at(), change.at()));
  }

  /** When the new leader took the lock, by ZooKeeper's own record. */
  public Optional<Instant> lockTaken() {
    return evidence.lock().stream()
        .flatMap(change -> change.lock().stream())
        .filter(lock -> lock.holder().equals(evidence.newLeader().member()))
        .map(LeaderLock::taken)
        .findFirst();
  }

  public Optional<Outage> outage(Kind kind) {
    return Outage.since(evidence.at(), evidence.history().of(kind));
  }

  /** The course of events, with seconds since the fault. */
  public Table table() {
    return new Table(
        List.of("seconds", "who", "what it means", "evidence"),
        happenings.stream()
            .map(
                one ->
                    List.of(
                        offset(one.at()), one.who(), one.meaning(), abbreviated(one.evidence())))
            .toList());
  }

  /** What clients were answered before the fault, from it to their last failure, and after. */
  public Table answers() {
    List<List<String>> rows = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      History history = evidence.history().of(kind);
      Instant over = outage(kind).map(Outage::lastFailure).orElse(evidence.at());
      rows.add(answers(kind, "before the fault", history.endedIn(Instant.MIN, evidence.at())));
      rows.add(answers(kind, "until the last failure", history.endedIn(evidence.at(), over)));
      rows.add(answers(kind, "after it", history.endedIn(over, Instant.MAX)));
    }
    return new Table(List.of("operation", "when", "acknowledged", "rejected", "unknown"), rows);
  }

  private static List<String> answers(Kind kind, String when, History history) {
    List<String> row = new ArrayList<>(List.of(kind.name().toLowerCase(Locale.ROOT), when));
    for (Outcome outcome : Outcome.values()) {
      row.add(String.valueOf(history.count(outcome)));
    }
    return row;
  }

  /** What happened, in plain sentences, each with this run's names and times. */
  public String told() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s %s while it led the cluster.".formatted(evidence.oldLeader(), evidence.fault()));
    sentences.add(lockSentence());
    first(Happening.Kind.LEADER_ELECTED)
        .ifPresent(
            one ->
                sentences.add(
                    "%s then took the lock, %s s after the fault, and promoted its database%s."
                        .formatted(evidence.newLeader(), offset(one.at()), onTimeline())));
    first(Happening.Kind.SERVER_UP)
        .ifPresent(
            one ->
                sentences.add(
                    "HAProxy saw the new leader's health check succeed often enough after %s s (%s)."
                        .formatted(offset(one.at()), one.meaning())));
    sentences.add(clientsSentence("Writes", Kind.WRITE));
    sentences.add(clientsSentence("Reads", Kind.READ));
    return String.join("\n", sentences);
  }

  private String lockSentence() {
    String after =
        lockOutlivedFault()
            .map(time -> Durations.seconds(time) + " after the fault")
            .orElse("at a moment that was not seen");
    return switch (lockEnd()) {
      case RELEASED ->
          "It shut down in order: its Patroni stopped PostgreSQL, then closed its ZooKeeper session and so released the leader lock, "
              + after
              + ". Nothing had to expire.";
      case EXPIRED ->
          "It could not say goodbye: the leader lock stayed until ZooKeeper let the dead node's session %s expire, %s."
              .formatted(evidence.before().session(), after);
      case UNCLEAR ->
          "The logs do not show whether the leader lock was released or its session expired; it was free "
              + after
              + ".";
    };
  }

  private String onTimeline() {
    return first(Happening.Kind.NEW_TIMELINE)
        .map(one -> " on a new timeline (" + one.meaning() + ")")
        .orElse("");
  }

  private String clientsSentence(String what, Kind kind) {
    return outage(kind)
        .map(
            outage ->
                "%s through the entrypoint failed from %s s on; the first succeeded again at %s s, the last failure ended at %s s: %s to the first success."
                    .formatted(
                        what,
                        offset(outage.firstFailure()),
                        offset(outage.firstSuccess()),
                        offset(outage.lastFailure()),
                        Durations.seconds(outage.toFirstSuccess())))
        .orElse(what + " through the entrypoint were never seen to fail and succeed again.");
  }

  private Optional<Happening> first(Happening.Kind kind) {
    return happenings.stream().filter(one -> one.kind() == kind).findFirst();
  }

  private String offset(Instant at) {
    long tenths = Math.round(Duration.between(evidence.at(), at).toMillis() / 100.0);
    return String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  private static List<Happening> collect(Evidence evidence) {
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
            evidence.oldLeader() + " " + evidence.fault(),
            "the lock was " + evidence.before()));
    evidence.logs().stream()
        .filter(line -> !line.at().isBefore(evidence.at()))
        .map(LogReading::read)
        .flatMap(Optional::stream)
        .map(one -> ofThisLock(one, evidence.before()))
        .forEach(all::add);
    evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .map(FailoverStory::ofLock)
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
                    "the key does not exist"));
  }

  private static Happening clients(Instant at, Happening.Kind kind, Evidence evidence) {
    String meaning =
        switch (kind) {
          case CLIENTS_FAIL -> "the first write that fails";
          case CLIENTS_SUCCEED -> "the first write that succeeds again";
          default -> "the last failure of a write ends";
        };
    String told =
        evidence.history().of(Kind.WRITE).operations().stream()
            .filter(one -> one.start().equals(at) || one.end().equals(at))
            .map(FailoverStory::told)
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

  private static String abbreviated(String text) {
    String flat = text.replaceAll("\\s+", " ").strip();
    return flat.length() <= 150 ? flat : flat.substring(0, 149) + "…";
  }
}

package org.halab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LockEnd;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Outcome;
import org.halab.domain.Phase;
import org.halab.domain.Table;
import org.halab.message.Language;

/**
 * What a fault led to, found in one run's evidence: the logs of all containers, the leader key as
 * the DCS held it, and what clients were answered.
 */
public final class FailoverStory {
  /** A line may reach the engine a little after the deed it tells of. */
  private static final Duration LOG_DELAY = Duration.ofMillis(500);

  /** A single question that was not answered hides no loss of the DCS. */
  private static final Duration BLINK = Duration.ofSeconds(1);

  private final FaultEvidence evidence;
  private final Words words;
  private final List<Event> happenings;

  /** Told in the language of the run. */
  public FailoverStory(FaultEvidence evidence) {
    this(evidence, Language.chosen());
  }

  public FailoverStory(FaultEvidence evidence, Language language) {
    this.evidence = evidence;
    this.words = Words.ofStories(language);
    this.happenings = new Events(evidence, words).all();
  }

  /** Everything that happened, in order. */
  public List<Event> happenings() {
    return happenings;
  }

  /**
   * Why the lock became free. etcd tells by the lease that it was held in. With ZooKeeper the logs
   * up to the moment the lock was taken do: its owner closed the session it lived in, or ZooKeeper
   * let that very session expire. While the DCS does not answer, a member that closes its session
   * releases nothing, and a lease that is gone may have been forgotten: then only ZooKeeper's log
   * counts.
   */
  public LockEnd lockEnd() {
    Optional<LockChange> change = firstChange();
    if (change.isEmpty()) {
      return lockLane().filter(this::silentAtTheEnd).isPresent() ? LockEnd.UNSEEN : LockEnd.KEPT;
    }
    if (unseenUntil(change.get().at())) {
      return expiredByLogs() ? LockEnd.EXPIRED : LockEnd.UNSEEN;
    }
    if (change.get().lock().filter(this::heldBySame).isPresent()) {
      return expiredByLogs() ? LockEnd.EXPIRED : LockEnd.RENEWED;
    }
    if (change.get().end() != LockEnd.UNCLEAR) {
      return change.get().end();
    }
    boolean released = releasedByLogs();
    boolean expired = expiredByLogs();
    if (released == expired) {
      return !released && nextLock().filter(this::heldBySame).isPresent()
          ? LockEnd.RENEWED
          : LockEnd.UNCLEAR;
    }
    return released ? LockEnd.RELEASED : LockEnd.EXPIRED;
  }

  private boolean heldBySame(LeaderLock lock) {
    return lock.holder().equals(evidence.before().holder());
  }

  private Optional<LeaderLock> nextLock() {
    return evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .flatMap(change -> change.lock().stream())
        .filter(lock -> !lock.equals(evidence.before()))
        .findFirst();
  }

  private Optional<Lane> lockLane() {
    return evidence.lanes().stream().filter(lane -> lane.kind() == Lane.Kind.LOCK).findFirst();
  }

  private boolean silentAtTheEnd(Lane lane) {
    return lane.at(Instant.MAX).filter(Lane.NO_ANSWER::equals).isPresent();
  }

  private boolean unseenUntil(Instant change) {
    return lockLane()
        .filter(lane -> lane.longestSilence(evidence.at(), change).compareTo(BLINK) > 0)
        .isPresent();
  }

  private boolean releasedByLogs() {
    return untilTaken()
        .anyMatch(
            one ->
                one.kind() == Event.Kind.LOCK_RELEASED
                    && one.who().equals(evidence.oldLeader().service()));
  }

  private boolean expiredByLogs() {
    return untilTaken()
        .anyMatch(
            one ->
                one.kind() == Event.Kind.SESSION_EXPIRED
                    && one.evidence().contains(evidence.before().session()));
  }

  private Stream<Event> untilTaken() {
    Instant taken = lockSeenTaken().map(at -> at.plus(LOG_DELAY)).orElse(Instant.MAX);
    return happenings.stream().filter(one -> !one.at().isAfter(taken));
  }

  /** How long the lock outlived the fault; empty if it was not seen to end. */
  public Optional<Duration> lockOutlivedFault() {
    return firstChange().map(change -> Duration.between(evidence.at(), change.at()));
  }

  private Optional<LockChange> firstChange() {
    return evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .filter(change -> !change.lock().equals(Optional.of(evidence.before())))
        .findFirst();
  }

  /** When the new leader took the lock, as the DCS knows it. */
  public Optional<Instant> lockTaken() {
    return taken().flatMap(LockChange::lock).map(LeaderLock::taken);
  }

  /** When that was seen here. */
  private Optional<Instant> lockSeenTaken() {
    return taken().map(LockChange::at);
  }

  /** From when to when the entrypoint held both servers UP; empty if it never did. */
  Optional<Phase> bothServersUp() {
    if (evidence.newLeader().equals(evidence.oldLeader())) {
      return Optional.empty();
    }
    Optional<Instant> from =
        server(evidence.newLeader()).flatMap(lane -> lane.became("UP", evidence.at()));
    return from.flatMap(
        up ->
            server(evidence.oldLeader())
                .filter(old -> old.at(up).filter("UP"::equals).isPresent())
                .flatMap(old -> old.became("DOWN", up))
                .map(down -> new Phase("both servers up", up, down)));
  }

  private Optional<Lane> server(Node node) {
    return evidence.lanes().stream()
        .filter(lane -> lane.kind() == Lane.Kind.SERVER && lane.name().equals(node.service()))
        .findFirst();
  }

  private Optional<LockChange> taken() {
    return evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .filter(
            change ->
                change
                    .lock()
                    .filter(lock -> !lock.equals(evidence.before()))
                    .filter(lock -> lock.holder().equals(evidence.newLeader().member()))
                    .isPresent())
        .findFirst();
  }

  public Optional<Outage> outage(Kind kind) {
    return Outage.since(evidence.at(), evidence.history().of(kind));
  }

  /** The course of events, with seconds since the fault. */
  public Table table() {
    return new Table(
        List.of(
            words.get("table.seconds"),
            words.get("table.who"),
            words.get("table.meaning"),
            words.get("table.evidence")),
        happenings.stream()
            .map(
                one ->
                    List.of(
                        offset(one.at()), one.who(), one.meaning(), abbreviated(one.evidence())))
            .toList());
  }

  /** The log lines that the course of events goes by, for each service that wrote some. */
  public Map<String, List<LogLine>> logs() {
    LogReading reading = new LogReading(words.language());
    return evidence.logs().stream()
        .filter(line -> !line.at().isBefore(evidence.at()))
        .filter(line -> reading.read(line).isPresent())
        .sorted(Comparator.comparing(LogLine::at))
        .collect(Collectors.groupingBy(LogLine::service, TreeMap::new, Collectors.toList()));
  }

  /** What clients were answered before the fault, from it to their last failure, and after. */
  public Table answers() {
    List<List<String>> rows = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      History history = evidence.history().of(kind);
      Instant over = outage(kind).map(Outage::lastFailure).orElse(evidence.at());
      rows.add(answers(kind, "before", history.endedIn(Instant.MIN, evidence.at())));
      rows.add(answers(kind, "during", history.endedIn(evidence.at(), over)));
      rows.add(answers(kind, "after", history.endedIn(over, Instant.MAX)));
    }
    List<String> columns =
        new ArrayList<>(List.of(words.get("answers.operation"), words.get("answers.when")));
    for (Outcome outcome : Outcome.values()) {
      columns.add(words.get("outcome." + outcome));
    }
    return new Table(columns, rows);
  }

  private List<String> answers(Kind kind, String when, History history) {
    List<String> row =
        new ArrayList<>(List.of(words.get("operation." + kind), words.get("answers." + when)));
    for (Outcome outcome : Outcome.values()) {
      row.add(String.valueOf(history.count(outcome)));
    }
    return row;
  }

  /** What happened, in plain sentences, each with this run's names and times. */
  public String told() {
    return new Telling(evidence, this, words).sentences();
  }

  /** The phases from the fault to the first write, in order. */
  public List<Phase> phases() {
    return Phases.of(evidence);
  }

  String offset(Instant at) {
    long tenths = Math.round(Duration.between(evidence.at(), at).toMillis() / 100.0);
    return String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  private static String abbreviated(String text) {
    String flat = text.replaceAll("\\s+", " ").strip();
    return flat.length() <= 150 ? flat : flat.substring(0, 149) + "…";
  }
}

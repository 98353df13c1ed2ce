package org.halab.checker.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LockEnd;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Phase;

/**
 * What a fault led to, found in one run's evidence: the logs of all containers, the leader key as
 * the DCS held it, and what clients were answered.
 */
public final class Failover {
  private final FaultEvidence evidence;
  private final List<Event> events;
  private final LockHistory lock;

  public Failover(FaultEvidence evidence) {
    this.evidence = evidence;
    this.events = Events.of(evidence);
    this.lock = new LockHistory(evidence, events);
  }

  public FaultEvidence evidence() {
    return evidence;
  }

  /** Everything that happened, in order. */
  public List<Event> events() {
    return events;
  }

  /** The first event of that kind, if there was one. */
  public Optional<Event> first(Event.Kind kind) {
    return events.stream().filter(one -> one.kind() == kind).findFirst();
  }

  /** Whether another node leads than before the fault. */
  public boolean leaderChanged() {
    return !evidence.newLeader().equals(evidence.oldLeader());
  }

  /** Why the leader lock became free. */
  public LockEnd lockEnd() {
    return lock.end();
  }

  /** How long the lock outlived the fault; empty if it was not seen to end. */
  public Optional<Duration> lockOutlivedFault() {
    return lock.firstChange().map(change -> Duration.between(evidence.at(), change.at()));
  }

  /** When the new leader took the lock, as the DCS knows it. */
  public Optional<Instant> lockTaken() {
    return lock.taken().flatMap(LockChange::lock).map(LeaderLock::taken);
  }

  /** From when to when the entrypoint held both servers UP; empty if it never did. */
  public Optional<Phase> bothServersUp() {
    if (!leaderChanged()) {
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

  /** Empty if nothing failed, or nothing succeeded again. */
  public Optional<Outage> outage(Kind kind) {
    return Outage.since(evidence.at(), evidence.history().of(kind));
  }

  /** All of them that were over: where a cluster falls out again, clients are told of both. */
  public List<Outage> outages(Kind kind) {
    return Outage.all(evidence.at(), evidence.history().of(kind));
  }

  /** From when to when the DCS did not say who holds the lock, if it was not asked just once. */
  public Optional<Phase> lockUnread() {
    return lock.unread();
  }

  /** The phases from the fault to the first write, in order. */
  public List<Phase> phases() {
    return Phases.of(evidence);
  }

  /**
   * The log lines that the course of events goes by, for each service that wrote some; of sessions
   * only the lock's own.
   */
  public Map<String, List<LogLine>> logs() {
    Set<String> quoted =
        events.stream()
            .filter(one -> one.kind() != Event.Kind.OTHER_SESSION_EXPIRED)
            .map(Event::evidence)
            .collect(Collectors.toSet());
    return evidence.logs().stream()
        .filter(line -> !line.at().isBefore(evidence.at()))
        .filter(line -> LogReading.read(line).isPresent())
        .filter(line -> quoted.contains(line.text()))
        .sorted(Comparator.comparing(LogLine::at))
        .collect(Collectors.groupingBy(LogLine::service, TreeMap::new, Collectors.toList()));
  }
}

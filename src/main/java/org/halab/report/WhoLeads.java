package org.halab.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.Guess.Leads;
import org.halab.domain.LockEnd;
import org.halab.report.model.Experiment;

/** Who led after a fault and before its healing, from its record. */
final class WhoLeads {
  private static final Set<String> LEADING = Set.of("primary", "leader");
  private static final String LOCK = "report.told.lock.";

  private final Experiment experiment;
  private final String old;
  private final Optional<String> now;

  WhoLeads(Experiment experiment) {
    this.experiment = experiment;
    this.old =
        experiment.events().stream()
            .filter(one -> one.kind() == Kind.FAULT)
            .map(one -> String.valueOf(one.arguments().get("holder")))
            .findFirst()
            .or(() -> leadingAt(experiment.fault().at()))
            .orElse("");
    this.now = tookOver().or(() -> leadingAt(end()));
  }

  /** The member that led when the fault was made. */
  String old() {
    return old;
  }

  /** The member that leads now; empty if none did. */
  Optional<String> now() {
    return now;
  }

  Leads leads() {
    return now.map(one -> one.equals(old) ? Leads.SAME : Leads.OTHER).orElse(Leads.NOBODY);
  }

  /** Why the lock became free, if it did. */
  LockEnd lockEnd() {
    return experiment.told().stream()
        .filter(one -> one.key().startsWith(LOCK))
        .map(one -> LockEnd.valueOf(one.key().substring(LOCK.length())))
        .findFirst()
        .orElse(LockEnd.UNCLEAR);
  }

  /** The key is exact where a watch of what a node says of itself may be late. */
  private Optional<String> tookOver() {
    return experiment.events().stream()
        .filter(one -> one.kind() == Kind.LOCK_TAKEN)
        .filter(one -> one.at().isAfter(experiment.fault().at()) && !one.at().isAfter(end()))
        .max(Comparator.comparing(Experiment.Event::at))
        .map(one -> String.valueOf(one.arguments().get("holder")));
  }

  private Optional<String> leadingAt(Instant moment) {
    return experiment.lanes().stream()
        .filter(lane -> lane.kind().equals("role"))
        .filter(lane -> valueAt(lane.changes(), moment).filter(LEADING::contains).isPresent())
        .map(Experiment.Lane::name)
        .findFirst();
  }

  private static Optional<String> valueAt(List<Experiment.Change> changes, Instant moment) {
    return changes.stream()
        .filter(one -> !one.at().isAfter(moment))
        .reduce((first, second) -> second)
        .map(Experiment.Change::value);
  }

  private Instant end() {
    return Optional.ofNullable(experiment.fault().healedAt()).orElse(Instant.MAX);
  }
}

package org.halab.checker.failover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Phase;
import org.halab.domain.WriteProbe;

/**
 * Cuts an outage into phases, each named by what clients waited for in it; they begin when clients
 * feel the fault, and until then they are still served. A phase without an end that was seen is
 * left out; what was seen out of order, by a slower watch, ends where the phase before it ended.
 */
final class Phases {
  private Phases() {}

  static List<Phase> of(FaultEvidence evidence) {
    List<Phase> phases = new ArrayList<>();
    Optional<Outage> outage = Outage.since(evidence.at(), evidence.history().of(Kind.WRITE));
    if (outage.isEmpty()) {
      return phases;
    }
    Instant effect = outage.get().firstFailure();
    if (effect.isAfter(evidence.at())) {
      phases.add(new Phase(Phase.STILL_SERVED, evidence.at(), effect));
    }
    if (!evidence.newLeader().equals(evidence.oldLeader())) {
      add(phases, evidence, "lock held", lockFree(evidence));
      add(phases, evidence, "election", lockTaken(evidence));
      add(phases, evidence, "promotion", firstWriteTaken(evidence));
      add(phases, evidence, "entrypoint switch", serverUp(evidence));
    }
    add(phases, evidence, "first write", Optional.of(outage.get().firstSuccess()));
    return phases;
  }

  private static void add(
      List<Phase> phases, FaultEvidence evidence, String name, Optional<Instant> end) {
    Instant from = phases.isEmpty() ? evidence.at() : phases.get(phases.size() - 1).to();
    end.ifPresent(to -> phases.add(new Phase(name, from, to.isBefore(from) ? from : to)));
  }

  private static Optional<Instant> lockFree(FaultEvidence evidence) {
    return evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .filter(change -> !change.lock().equals(Optional.of(evidence.before())))
        .map(LockChange::at)
        .findFirst();
  }

  private static Optional<Instant> lockTaken(FaultEvidence evidence) {
    String wanted = evidence.newLeader().member();
    return evidence.lock().stream()
        .filter(change -> change.at().isAfter(evidence.at()))
        .filter(change -> change.lock().map(LeaderLock::holder).equals(Optional.of(wanted)))
        .map(LockChange::at)
        .findFirst();
  }

  /** By trial: the node took a write that was sent to it alone. */
  static Optional<Instant> firstWriteTaken(FaultEvidence evidence) {
    return evidence.probes().stream()
        .filter(probe -> probe.taken() && probe.start().isAfter(evidence.at()))
        .filter(probe -> probe.node().equals(evidence.newLeader().service()))
        .map(WriteProbe::end)
        .min(Instant::compareTo);
  }

  private static Optional<Instant> serverUp(FaultEvidence evidence) {
    return evidence.lanes().stream()
        .filter(lane -> lane.kind() == Lane.Kind.SERVER)
        .filter(lane -> lane.name().equals(evidence.newLeader().service()))
        .flatMap(lane -> lane.became("UP", evidence.at()).stream())
        .findFirst();
  }
}

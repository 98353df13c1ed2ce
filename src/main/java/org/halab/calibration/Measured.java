package org.halab.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.OutageBound.Since;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiment.Event;
import org.halab.report.model.Experiment.Lane;
import org.halab.report.model.Experiment.Operation;
import org.halab.report.model.Experiment.Outage;
import org.halab.timing.Stage;

/** How long each stage took in one run, by its record alone. What was not seen is left out. */
final class Measured {
  static final String WRITE = "WRITE";
  private static final Set<Kind> LOCK = Set.of(Kind.LOCK_GONE, Kind.LOCK_TAKEN);

  private final Experiment record;
  private final Optional<Outage> outage;
  private final Map<Stage, Duration> stages = new EnumMap<>(Stage.class);

  private Measured(Experiment record) {
    this.record = record;
    this.outage = record.outage(WRITE);
  }

  /**
   * @param since what the whole is counted from
   */
  static Map<Stage, Duration> in(Experiment record, Since since) {
    return new Measured(record).all(since);
  }

  private Map<Stage, Duration> all(Since since) {
    Instant fault = record.fault().at();
    outage.ifPresent(one -> put(Stage.NOTICED, fault, one.firstFailure()));
    first(LOCK).map(Event::at).ifPresent(this::takeover);
    outage.ifPresent(one -> put(Stage.LAST_FAILED, one.firstSuccess(), one.lastFailure()));
    Instant begin =
        Optional.ofNullable(record.fault().healedAt())
            .filter(healed -> since == Since.HEALING)
            .map(this::runsAgain)
            .orElse(fault);
    outage.ifPresentOrElse(
        one -> put(Stage.WRITES_AGAIN, begin, one.firstSuccess()),
        () -> stages.put(Stage.WRITES_AGAIN, longestPause(fault)));
    return stages;
  }

  /**
   * When what stood still or was gone moves again, if anything was: what the engine needs for that
   * is no matter of the cluster's.
   */
  private Instant runsAgain(Instant healed) {
    return record.lanes().stream()
        .filter(lane -> lane.kind().equals("container"))
        .flatMap(lane -> lane.changes().stream())
        .filter(change -> change.value().equals("running") && change.at().isAfter(healed))
        .map(Experiment.Change::at)
        .max(Comparator.naturalOrder())
        .orElse(healed);
  }

  /** Only where another node took over are there these stages. */
  private void takeover(Instant free) {
    put(Stage.KEY_FREE, record.fault().at(), free);
    first(Set.of(Kind.WRITE_TAKEN))
        .filter(taken -> taken.at().isAfter(free))
        .ifPresent(taken -> ledThere(free, taken));
  }

  private void ledThere(Instant free, Event taken) {
    put(Stage.LEADS, free, taken.at());
    String node = String.valueOf(taken.arguments().get("node"));
    up(node)
        .map(up -> up.isAfter(taken.at()) ? up : taken.at())
        .ifPresent(
            led -> {
              put(Stage.LED_THERE, taken.at(), led);
              outage.ifPresent(one -> put(Stage.SERVED, led, one.firstSuccess()));
            });
  }

  private Optional<Event> first(Set<Kind> kinds) {
    return record.events().stream()
        .filter(one -> kinds.contains(one.kind()))
        .filter(one -> one.at().isAfter(record.fault().at()))
        .min(Comparator.comparing(Event::at));
  }

  private Optional<Instant> up(String node) {
    return record.lanes().stream()
        .filter(lane -> lane.kind().equals("server") && lane.name().equals(node))
        .flatMap(lane -> lane.changes().stream())
        .filter(change -> change.value().equals("UP"))
        .map(Experiment.Change::at)
        .filter(at -> at.isAfter(record.fault().at()))
        .findFirst();
  }

  private Duration longestPause(Instant since) {
    Instant last = since;
    Duration longest = Duration.ZERO;
    for (Operation one : acknowledgedSince(since, record)) {
      Duration pause = Duration.between(last, one.end());
      longest = pause.compareTo(longest) > 0 ? pause : longest;
      last = one.end();
    }
    return longest;
  }

  /** The only operations that anything is measured by, and only where no write failed. */
  static List<Operation> acknowledgedSince(Instant since, Experiment record) {
    return record.operations().stream()
        .filter(one -> one.kind().equals(WRITE) && one.acknowledged())
        .filter(one -> one.end().isAfter(since))
        .sorted(Comparator.comparing(Operation::end))
        .toList();
  }

  /** What ended before it could begin, by a slower watch, took no time. */
  private void put(Stage stage, Instant from, Instant to) {
    stages.put(stage, to.isBefore(from) ? Duration.ZERO : Duration.between(from, to));
  }

  /** Whether what is computed is computed for such a cluster: of two nodes, with ZooKeeper. */
  static boolean fits(Experiment record) {
    return record.lanes().stream().map(Lane::kind).filter("role"::equals).count() == 2
        && record.settings().getOrDefault("tickTime", 0.0) >= 1;
  }
}

package org.halab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.halab.checker.Verdict;
import org.halab.checker.failover.Event;
import org.halab.checker.failover.Failover;
import org.halab.checker.failover.FaultEvidence;
import org.halab.domain.Guess;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.Operation;
import org.halab.domain.Outage;
import org.halab.domain.OutageBound;
import org.halab.domain.Outcome;
import org.halab.domain.ReplicationSettings;
import org.halab.domain.Return;
import org.halab.domain.Settings;
import org.halab.domain.WayIn;
import org.halab.message.Language;
import org.halab.report.model.Experiment;
import org.halab.report.model.Guessed;

/** Makes the record of an experiment from all that was recorded and judged. */
public final class ExperimentRecord {
  private final ScenarioName scenario;
  private final String stack;
  private final Settings settings;
  private List<WayIn> ways = List.of();
  private Optional<OutageBound> bound = Optional.empty();
  private Optional<String> named = Optional.empty();
  private Optional<ReplicationSettings> replication = Optional.empty();
  private Optional<Return> returned = Optional.empty();
  private Guessed guessed;

  /**
   * @param scenario where the experiment was made
   * @param stack on which stack
   * @param settings in force when it began
   */
  public ExperimentRecord(ScenarioName scenario, String stack, Settings settings) {
    this.scenario = scenario;
    this.stack = stack;
    this.settings = settings;
  }

  /** Where an experiment was made. */
  public record ScenarioName(String feature, int line, String name) {}

  /**
   * What the features call the fault.
   *
   * @param postgres what PostgreSQL went by, where that decides how long it lasts
   */
  public ExperimentRecord named(Optional<String> words, Optional<ReplicationSettings> postgres) {
    named = words;
    replication = postgres;
    return this;
  }

  /** The ways to the database, beside each other; none if nobody connected anew. */
  public ExperimentRecord compared(List<WayIn> compared) {
    ways = compared;
    return this;
  }

  /** How the node that was away came back; empty if that was not looked at. */
  public ExperimentRecord returned(Optional<Return> how) {
    returned = how;
    return this;
  }

  /** What it was held against; empty if nothing was claimed. */
  public ExperimentRecord bounded(Optional<OutageBound> claimed) {
    bound = claimed;
    return this;
  }

  /**
   * What was expected before the fault.
   *
   * @param guess empty if nobody was asked
   * @param allowed by the settings when it was made; empty if they do not bound the outage
   */
  public ExperimentRecord guessed(Optional<Guess> guess, Optional<OutageBound> allowed) {
    guessed =
        guess
            .map(
                one ->
                    new Guessed(
                        one.leads().orElse(null),
                        one.withoutWrites().map(ExperimentRecord::seconds).orElse(null),
                        allowed.map(ExperimentRecord::bound).orElse(null)))
            .orElse(null);
    return this;
  }

  /**
   * @param clockError how far the moments of different parts may be apart
   */
  public Experiment of(Failover failover, Verdict verdict, Duration clockError) {
    FaultEvidence evidence = failover.evidence();
    return new Experiment(
        scenario.feature(),
        scenario.line(),
        scenario.name(),
        stack,
        new Experiment.Fault(
            evidence.done(), evidence.at(), evidence.healedAt().orElse(null), named.orElse(null)),
        inForce(),
        evidence.lanes().stream().map(ExperimentRecord::lane).toList(),
        evidence.history().operations().stream().map(ExperimentRecord::operation).toList(),
        failover.events().stream().map(ExperimentRecord::event).toList(),
        failover.phases().stream()
            .map(
                one ->
                    new Experiment.Phase(one.name(), one.from(), one.to(), seconds(one.length())))
            .toList(),
        Stream.of(Operation.Kind.values())
            .flatMap(kind -> failover.outages(kind).stream().map(one -> outage(kind, one)))
            .toList(),
        bound.map(ExperimentRecord::bound).orElse(null),
        judgement(verdict, evidence.history()),
        ways.stream().map(way -> way(way, evidence.at())).toList(),
        returned.map(ExperimentRecord::returned).orElse(null),
        Stream.concat(
                new FailoverStory(failover).told().stream(), verdict.unknown().told().stream())
            .toList(),
        clockError.toNanos() / 1e6,
        guessed);
  }

  private Map<String, Double> inForce() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("ttl", seconds(settings.ttl()));
    values.put("loop_wait", seconds(settings.loopWait()));
    values.put("retry_timeout", seconds(settings.retryTimeout()));
    values.put("tickTime", seconds(settings.tick()));
    values.put("inter", seconds(settings.checkInterval()));
    values.put("timeout check", seconds(settings.checkTimeout()));
    values.put("check connect", seconds(settings.checkConnect()));
    values.put("rise", (double) settings.rise());
    values.put("fall", (double) settings.fall());
    replication.ifPresent(
        one -> one.named().forEach((name, value) -> values.put(name, seconds(value))));
    return values;
  }

  private static Experiment.Lane lane(Lane lane) {
    return new Experiment.Lane(
        lane.name(),
        lane.kind().name().toLowerCase(Locale.ROOT),
        lane.changes().stream()
            .map(change -> new Experiment.Change(change.at(), change.value()))
            .toList());
  }

  private static Experiment.Operation operation(Operation one) {
    return new Experiment.Operation(
        one.kind().name(),
        one.number(),
        one.start(),
        one.end(),
        one.outcome().name(),
        one.error(),
        one.by().orElse(null));
  }

  private static Experiment.Event event(Event one) {
    return new Experiment.Event(
        one.at(),
        one.kind(),
        one.who(),
        EventWords.meaning(one).in(Language.ENGLISH),
        one.arguments(),
        one.evidence());
  }

  private static Experiment.Outage outage(Operation.Kind kind, Outage outage) {
    return new Experiment.Outage(
        kind.name(),
        seconds(outage.toFirstSuccess()),
        seconds(outage.toLastFailure()),
        outage.firstFailure(),
        outage.firstSuccess(),
        outage.lastFailure());
  }

  private static Experiment.Bound bound(OutageBound bound) {
    return new Experiment.Bound(
        "outage bound", bound.since().name(), seconds(bound.total()), bound.derivation());
  }

  private static Experiment.Judgement judgement(Verdict verdict, History history) {
    return new Experiment.Judgement(
        verdict.rows().acknowledged(),
        history.of(Operation.Kind.WRITE).count(Outcome.REJECTED),
        history.of(Operation.Kind.WRITE).count(Outcome.UNKNOWN),
        List.copyOf(verdict.rows().lost()),
        List.copyOf(verdict.rows().ghosts()),
        List.copyOf(verdict.rows().duplicates()),
        List.copyOf(verdict.rows().unexpected()),
        verdict.sound(),
        verdict.complaints().stream().map(one -> one.in(Language.ENGLISH)).toList(),
        fates(verdict));
  }

  private static Map<Long, String> fates(Verdict verdict) {
    Map<Long, String> fates = new TreeMap<>();
    verdict.unknown().fates().forEach((number, fate) -> fates.put(number, fate.name()));
    return fates;
  }

  private static Experiment.Way way(WayIn way, Instant fault) {
    return new Experiment.Way(
        way.name(),
        way.firstSuccess(fault).map(at -> seconds(Duration.between(fault, at))).orElse(null),
        way.lastFailure(fault).map(at -> seconds(Duration.between(fault, at))).orElse(null),
        way.history().operations().size(),
        way.ledToReplica(fault),
        way.every().map(ExperimentRecord::seconds).orElse(null));
  }

  private static Experiment.Returned returned(Return how) {
    return new Experiment.Returned(
        how.node(),
        how.way(),
        Math.round(how.megabytes() * 10) / 10.0,
        seconds(how.toSynchronous()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}

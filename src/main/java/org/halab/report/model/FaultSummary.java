package org.halab.report.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.halab.domain.WayIn;
import org.halab.report.model.Experiment.Bound;
import org.halab.report.model.Experiment.Outage;

/** What the experiments with one fault on one stack found together. */
public record FaultSummary(String scenario, String stack, List<Experiment> experiments) {
  /** One for each scenario and stack, in the order in which they were first carried out. */
  public static List<FaultSummary> of(List<Experiment> experiments) {
    Map<List<String>, List<Experiment>> groups = new LinkedHashMap<>();
    for (Experiment one : experiments) {
      groups
          .computeIfAbsent(
              List.of(one.feature(), one.scenario(), one.stack()), key -> new ArrayList<>())
          .add(one);
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new FaultSummary(group.getKey().get(1), group.getKey().get(2), group.getValue()))
        .toList();
  }

  /** From the first write that failed to the first that succeeded; empty if none failed. */
  public Optional<Spread> toFirstSuccess() {
    return Spread.of(writes().stream().map(Outage::toFirstSuccess).toList());
  }

  /** From the first write that failed to the end of the last; empty if none failed. */
  public Optional<Spread> toLastFailure() {
    return Spread.of(writes().stream().map(Outage::toLastFailure).toList());
  }

  /** The length of each phase, in the order of the phases. */
  public Map<String, Spread> phases() {
    Map<String, List<Double>> lengths = new LinkedHashMap<>();
    for (Experiment one : experiments) {
      one.phases()
          .forEach(
              phase ->
                  lengths
                      .computeIfAbsent(phase.name(), name -> new ArrayList<>())
                      .add(phase.seconds()));
    }
    return spreads(lengths);
  }

  /** Of the nodes that returned: from their start until they were synchronous standbys. */
  public Optional<Spread> toSynchronous() {
    return Spread.of(
        experiments.stream()
            .flatMap(one -> one.howReturned().stream())
            .map(Experiment.Returned::seconds)
            .toList());
  }

  /** The ways to the database, by their names; empty if they were not compared. */
  public List<WaySummary> ways() {
    Map<String, List<Experiment.Way>> byName = new LinkedHashMap<>();
    experiments.stream()
        .flatMap(one -> one.comparedWays().stream())
        .forEach(way -> byName.computeIfAbsent(way.name(), name -> new ArrayList<>()).add(way));
    return byName.entrySet().stream()
        .map(one -> WaySummary.of(one.getKey(), one.getValue()))
        .toList();
  }

  /** How many seconds apart clients came, by each way in; empty if they were not compared. */
  public Optional<Double> arrivalsEvery() {
    return experiments.stream()
        .flatMap(one -> one.comparedWays().stream())
        .filter(way -> way.every() != null)
        .map(Experiment.Way::every)
        .max(Comparator.naturalOrder());
  }

  /** Whether, of all who connected anew, those who went straight to the new leader were first. */
  public boolean directWasFirst() {
    return experiments.stream()
        .filter(one -> !one.comparedWays().isEmpty())
        .allMatch(FaultSummary::directWasFirst);
  }

  private static boolean directWasFirst(Experiment one) {
    Optional<Double> first =
        one.comparedWays().stream()
            .map(Experiment.Way::firstSuccess)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    return one.comparedWays().stream()
        .filter(way -> way.name().equals(WayIn.DIRECT))
        .anyMatch(way -> first.filter(least -> least.equals(way.firstSuccess())).isPresent());
  }

  private static Map<String, Spread> spreads(Map<String, List<Double>> lengths) {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    lengths.forEach((name, all) -> Spread.of(all).ifPresent(one -> spreads.put(name, one)));
    return spreads;
  }

  /** The loosest bound that was claimed, if any was. */
  public Optional<Bound> bound() {
    return experiments.stream()
        .flatMap(one -> one.claimedBound().stream())
        .max(Comparator.comparing(Bound::seconds));
  }

  public long acknowledged() {
    return experiments.stream().mapToLong(one -> one.verdict().acknowledged()).sum();
  }

  public long lost() {
    return experiments.stream().mapToLong(one -> one.verdict().lost().size()).sum();
  }

  public long ghosts() {
    return experiments.stream().mapToLong(one -> one.verdict().ghosts().size()).sum();
  }

  public long duplicates() {
    return experiments.stream().mapToLong(one -> one.verdict().duplicates().size()).sum();
  }

  private List<Outage> writes() {
    return experiments.stream().flatMap(one -> one.outage("WRITE").stream()).toList();
  }
}

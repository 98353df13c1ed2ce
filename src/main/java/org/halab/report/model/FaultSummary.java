package org.halab.report.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The lengths of the outages of writes in seconds, the shortest first. */
  public List<Double> outages() {
    return writes().stream().map(Outage::toFirstSuccess).sorted().toList();
  }

  /** The middle one, or the mean of the two in the middle; empty if no write failed. */
  public Optional<Double> median() {
    List<Double> all = outages();
    int size = all.size();
    return size == 0
        ? Optional.empty()
        : Optional.of((all.get((size - 1) / 2) + all.get(size / 2)) / 2);
  }

  /** The longest time to the last failure, in seconds; empty if no write failed. */
  public Optional<Double> toLastFailure() {
    return writes().stream().map(Outage::toLastFailure).max(Double::compare);
  }

  /** The loosest bound that was claimed, if any was. */
  public Optional<Bound> bound() {
    return experiments.stream()
        .flatMap(one -> one.claimedBound().stream())
        .max(java.util.Comparator.comparing(Bound::seconds));
  }

  public long acknowledged() {
    return experiments.stream().mapToLong(one -> one.verdict().acknowledged()).sum();
  }

  public long lost() {
    return experiments.stream().mapToLong(one -> one.verdict().lost().size()).sum();
  }

  private List<Outage> writes() {
    return experiments.stream().flatMap(one -> one.outage("WRITE").stream()).toList();
  }
}

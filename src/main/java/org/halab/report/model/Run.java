package org.halab.report.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.Table;

/**
 * A run of the lab.
 *
 * @param versions what was run: stack, part, version; as the parts themselves said
 * @param features those of which any scenario was carried out, in the order of their paths
 * @param planned every scenario there is
 * @param experiments the record of each fault
 * @param method with what was measured; empty if that is not known
 */
public record Run(
    Instant started,
    Duration took,
    Table versions,
    List<Feature> features,
    List<Planned> planned,
    List<Experiment> experiments,
    Optional<Method> method) {
  public Run {
    features = List.copyOf(features);
    planned = List.copyOf(planned);
    experiments = List.copyOf(experiments);
  }

  /** Where it is not known with what was measured. */
  public Run(
      Instant started,
      Duration took,
      Table versions,
      List<Feature> features,
      List<Planned> planned,
      List<Experiment> experiments) {
    this(started, took, versions, features, planned, experiments, Optional.empty());
  }

  public Stream<Scenario> scenarios() {
    return features.stream().flatMap(Feature::scenarios);
  }

  /** Whether any of the guide's features were asked for, of which there is a Russian edition. */
  public boolean ofGuide() {
    return features.stream().anyMatch(feature -> feature.tags().contains("guide"));
  }

  /**
   * The experiments of a scenario in this run. There may be records of more: of the other runs of
   * one series.
   */
  public List<Experiment> experiments(Scenario scenario) {
    return experiments.stream()
        .filter(one -> one.place().equals(scenario.place()))
        .filter(one -> !one.fault().at().isBefore(started))
        .toList();
  }

  /** The scenarios that there are and that were not carried out. */
  public List<Planned> left() {
    Set<String> carriedOut = scenarios().map(Scenario::place).collect(Collectors.toSet());
    return planned.stream().filter(one -> !carriedOut.contains(one.place())).toList();
  }

  public long count(Verdict verdict) {
    return scenarios().filter(one -> one.verdict() == verdict).count();
  }
}

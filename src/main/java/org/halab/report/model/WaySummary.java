package org.halab.report.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What clients got by one way to the database, over all experiments with one fault.
 *
 * @param firstSuccess seconds from the fault to the first write that succeeded again
 * @param lastFailure seconds from the fault to the end of the last attempt that failed
 * @param ledToReplica how many writes each experiment saw led to a replica
 */
public record WaySummary(
    String name,
    Optional<Spread> firstSuccess,
    Optional<Spread> lastFailure,
    List<Long> ledToReplica) {

  static WaySummary of(String name, List<Experiment.Way> ways) {
    return new WaySummary(
        name,
        Spread.of(
            ways.stream().map(Experiment.Way::firstSuccess).filter(Objects::nonNull).toList()),
        Spread.of(ways.stream().map(Experiment.Way::lastFailure).filter(Objects::nonNull).toList()),
        ways.stream().map(Experiment.Way::ledToReplica).toList());
  }
}

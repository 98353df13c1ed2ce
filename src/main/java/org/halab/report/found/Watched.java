package org.halab.report.found;

import java.util.List;
import java.util.stream.Stream;
import org.halab.report.model.Experiment;
import org.halab.report.model.Feature;
import org.halab.report.model.GuidePart;
import org.halab.report.model.Run;
import org.halab.report.model.Scenario;

/** A fault of this run under the eyes of clients, and the scenario that made it. */
record Watched(GuidePart part, Scenario scenario, Experiment experiment) {
  /** In the order of the features. */
  static List<Watched> all(Run run) {
    return run.features().stream().flatMap(feature -> of(run, feature)).toList();
  }

  private static Stream<Watched> of(Run run, Feature feature) {
    return feature
        .scenarios()
        .flatMap(
            scenario ->
                run.experiments(scenario).stream()
                    .map(one -> new Watched(GuidePart.of(feature), scenario, one)));
  }

  boolean stopped() {
    return done("fault.stopped");
  }

  boolean killed() {
    return done("fault.killed");
  }

  private boolean done(String fault) {
    return experiment.fault().sentence().key().equals(fault);
  }
}

package org.halab.matrix;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import org.halab.domain.LabException;
import org.halab.engine.OwnJvm;
import org.halab.record.Progress;
import org.halab.record.ScenarioLines;
import org.halab.scenario.Lab;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Carries out one scenario in a process of its own: the properties say which, on whose files. */
final class ScenarioRun {
  /** Names the scenario, as {@code features/a.feature:8}. */
  static final String SCENARIO = "cucumber.features";

  private static final String PLUGINS = "cucumber.plugin";

  /** In the tests' own run it is off: there the suite starts the features. */
  private static final String AS_ROOT_ENGINE = "cucumber.junit-platform.discovery.as-root-engine";

  private ScenarioRun() {}

  /** What came of it is in its record, not in its exit status. */
  public static void main(String[] arguments) {
    OwnJvm.endWithWhoStartedIt();
    try {
      Lab.chosen();
      carryOut();
    } catch (LabException e) {
      Progress.say(e.getMessage());
      TrialRecord.notStarted(e.getMessage());
    }
    // Not by returning: threads of libraries would keep the process alive.
    System.exit(0);
  }

  /** Nobody reads a report of it, so none is written. */
  private static void carryOut() {
    DiscoverySelector features = selectDirectory("features");
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(features)
                .filters(EngineFilter.includeEngines("cucumber"))
                .configurationParameter(AS_ROOT_ENGINE, "true")
                .configurationParameter(
                    PLUGINS, ScenarioLines.class.getName() + "," + TrialRecord.class.getName())
                .build());
  }
}

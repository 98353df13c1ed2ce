package org.halab;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.io.PrintWriter;
import java.util.List;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.options.Option;
import org.halab.options.Options;
import org.halab.selection.Request;
import org.halab.selection.Tags;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs features several times over, so that medians and ranges can be told. The experiments'
 * records of all runs are kept beside each other. The README names the command.
 */
public final class Series {
  /** In the tests' own run it is off: there the suite starts the features. */
  private static final String AS_ROOT_ENGINE = "cucumber.junit-platform.discovery.as-root-engine";

  private Series() {}

  /**
   * @param args how many runs, and a tag expression as for {@code -Dgroups}
   */
  public static void main(String[] args) {
    if (args.length != 2 || !args[0].matches("[1-9][0-9]*")) {
      System.err.println("Give the number of runs and a tag expression, for example: 5 fault");
      System.exit(2);
    }
    try {
      Request.require();
      Tags.ofFeatures().require(args[1]);
      System.exit(run(Integer.parseInt(args[0]), args[1]) == 0 ? 0 : 1);
    } catch (LabException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static long run(int runs, String tags) {
    long failures = 0;
    for (int run = 1; run <= runs; run++) {
      System.out.printf("[series] run %d of %d%n", run, runs);
      failures += runOnce(tags);
      Options.set(Option.SERIES);
    }
    System.out.printf("[series] %d runs, %d scenarios failed%n", runs, failures);
    return failures;
  }

  private static long runOnce(String tags) {
    TestExecutionSummary summary =
        execute(List.of(selectDirectory("features")), TagFilter.includeTags(tags));
    if (summary.getTestsFoundCount() == 0) {
      throw new LabException(Message.of("selection.noMatch").with("tags", tags));
    }
    return summary.getTotalFailureCount();
  }

  /** Carries out what is selected, and prints what failed. */
  static TestExecutionSummary execute(
      List<? extends DiscoverySelector> selected, Filter<?>... filters) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selected)
            .filters(EngineFilter.includeEngines("cucumber"))
            .filters(filters)
            .configurationParameter(AS_ROOT_ENGINE, "true")
            .build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, summary);
    summary.getSummary().printFailuresTo(new PrintWriter(System.out, true), 0);
    return summary.getSummary();
  }
}

package org.halab.course;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.halab.domain.LabException;
import org.halab.engine.OwnJvm;
import org.halab.examination.ExaminationResults;
import org.halab.options.Outputs;
import org.halab.record.Progress;
import org.halab.scenario.Lab;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Examines one project of a class, in a process of its own: the one that the properties name. */
final class OneProject {
  /** Why a project was not started, among its results. */
  static final String REFUSED = "not-started.txt";

  private static final String EXAMINATION = "examination";
  private static final String PLUGINS = "cucumber.plugin";

  /** In the tests' own run it is off: there the suite starts the features. */
  private static final String AS_ROOT_ENGINE = "cucumber.junit-platform.discovery.as-root-engine";

  /** Where Cucumber's own two reports go in a run that stands alone. */
  private static final String ALONE = "target/lab-report";

  private OneProject() {}

  /** The verdicts are in its results, not in its exit status. */
  public static void main(String[] arguments) {
    OwnJvm.endWithWhoStartedIt();
    try {
      Lab.chosen();
      examine();
    } catch (LabException e) {
      Progress.say(e.getMessage());
      refused(e.getMessage());
      ExaminationResults.writeWhatIsRead(e.getMessage());
    }
    // Not by returning: threads of libraries would keep the process alive.
    System.exit(0);
  }

  private static void examine() {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory("features"))
                .filters(
                    EngineFilter.includeEngines("cucumber"), TagFilter.includeTags(EXAMINATION))
                .configurationParameter(AS_ROOT_ENGINE, "true")
                .configurationParameter(PLUGINS, plugins())
                .build());
  }

  /** Those of any run, with their files among this project's results. */
  private static String plugins() {
    Properties usual = new Properties();
    try (InputStream file = OneProject.class.getResourceAsStream("/junit-platform.properties")) {
      usual.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path report = Path.of("").toAbsolutePath().relativize(Outputs.REPORT);
    return usual.getProperty(PLUGINS).replace(ALONE, report.toString().replace('\\', '/'));
  }

  private static void refused(String reason) {
    try {
      Files.createDirectories(Outputs.REPORT);
      Files.writeString(Outputs.REPORT.resolve(REFUSED), reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

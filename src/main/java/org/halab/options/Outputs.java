package org.halab.options;

import java.nio.file.Path;

/**
 * Where a run puts what it makes, all below Maven's {@code target}. Cucumber's own two reports go
 * to {@link #REPORT} by {@code junit-platform.properties}. A run that is one of several side by
 * side has directories of its own below the same ones, by {@code lab.outputs}.
 */
public final class Outputs {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String OWN = Options.ofThisRun().outputs();

  /** The report of the run. */
  public static final Path REPORT = TARGET.resolve("lab-report").resolve(OWN);

  /** What was recorded of each fault, one JSON file each. */
  public static final Path EXPERIMENTS = REPORT.resolve("experiments");

  /** The full logs of every cluster. */
  public static final Path LOGS = REPORT.resolve("logs");

  /** Logs and states at the moment a scenario failed, a directory each. */
  public static final Path FAILURES = TARGET.resolve("failures").resolve(OWN);

  /** The Compose files as they are run, and copies of projects that are edited. */
  public static final Path CLUSTERS = TARGET.resolve("clusters").resolve(OWN);

  /** The files of a project that stood in the code blocks of a text alone. */
  public static final Path FROM_TEXT = TARGET.resolve("from-text").resolve(OWN);

  /** What is too long for the terminal of a walk. */
  public static final Path WALKTHROUGH = TARGET.resolve("walkthrough");

  /** The runs of a series that compares what is computed with what is measured, and its table. */
  public static final Path CALIBRATION = TARGET.resolve("calibration");

  /** What is written down when an incident is over. */
  public static final Path INCIDENT = TARGET.resolve("incident");

  private Outputs() {}
}

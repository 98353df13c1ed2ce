package org.halab.experiment;

import java.time.Duration;
import org.halab.observe.LockWatch;
import org.halab.observe.Sql;
import org.halab.workload.NodeProbes;
import org.halab.workload.NumberedRows;

/**
 * How many clients work in an experiment, and how often everything is looked at, for the report.
 */
public final class Sampling {
  public static final int WRITERS = NumberedRows.WRITERS;
  public static final int READERS = NumberedRows.READERS;
  public static final Duration PAUSE = NumberedRows.PAUSE;
  public static final Duration TIMEOUT = Sql.TIMEOUT;
  public static final Duration SHORT_TIMEOUT = Sql.SHORT_TIMEOUT;
  public static final Duration LOCK = LockWatch.PERIOD;
  public static final Duration PARTS = Watching.PERIOD;
  public static final Duration PROBES = NodeProbes.PERIOD;
  public static final Duration PROBE_PATIENCE = NodeProbes.PATIENCE;

  private Sampling() {}
}

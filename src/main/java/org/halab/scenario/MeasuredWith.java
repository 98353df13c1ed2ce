package org.halab.scenario;

import java.nio.file.Path;
import org.halab.cluster.Cluster;
import org.halab.engine.Checkout;
import org.halab.engine.Engine;
import org.halab.engine.Machine;
import org.halab.experiment.Sampling;
import org.halab.report.model.Method;

/** What this run measures with, from those who measure. */
final class MeasuredWith {
  private static final double NANOS_IN_A_MILLI = 1e6;

  private MeasuredWith() {}

  /** The report counts the clusters. */
  static Method on(Cluster cluster) {
    Engine engine = cluster.project().engine();
    Machine machine = engine.machine();
    return new Method(
        Checkout.commit(Path.of("").toAbsolutePath()),
        0,
        new Method.Machine(
            machine.cores(), machine.memoryBytes(), machine.system(), machine.engine()),
        new Method.Clients(
            Sampling.WRITERS,
            Sampling.READERS,
            Sampling.PAUSE.toMillis(),
            Sampling.TIMEOUT.toMillis(),
            Sampling.SHORT_TIMEOUT.toMillis()),
        new Method.Looks(
            Sampling.LOCK.toMillis(),
            Sampling.PARTS.toMillis(),
            Sampling.PROBES.toMillis(),
            Sampling.PROBE_PATIENCE.toMillis()),
        engine.wayThere().map(way -> way.toNanos() / NANOS_IN_A_MILLI).orElse(null));
  }
}

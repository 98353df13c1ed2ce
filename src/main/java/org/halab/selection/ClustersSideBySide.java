package org.halab.selection;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import org.halab.options.Options;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfigurationStrategy;

/**
 * How many features run at once, each with a cluster of its own: five for two cores, for a cluster
 * mostly waits, and as many as half the memory has room for; {@code -Dlab.clusters=N} sets it.
 */
public final class ClustersSideBySide implements ParallelExecutionConfigurationStrategy {
  private static final double CLUSTERS_PER_CORE = 2.5;
  private static final long CLUSTER_BYTES = 512L << 20;

  @Override
  public ParallelExecutionConfiguration createConfiguration(ConfigurationParameters parameters) {
    return new Fixed(ofThisRun());
  }

  /** As many as were asked for, or {@link #ofThisMachine}. */
  static int ofThisRun() {
    return Options.ofThisRun().clusters().orElseGet(ClustersSideBySide::ofThisMachine);
  }

  /** As many as this machine has cores and memory for. */
  public static int ofThisMachine() {
    return fitting(Runtime.getRuntime().availableProcessors(), memory());
  }

  /**
   * @param memory of the machine in bytes; empty if unknown
   */
  static int fitting(int cores, OptionalLong memory) {
    long byMemory = memory.isPresent() ? memory.getAsLong() / 2 / CLUSTER_BYTES : cores;
    return (int) Math.max(1, Math.min((long) (cores * CLUSTERS_PER_CORE), byMemory));
  }

  private static OptionalLong memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? OptionalLong.of(system.getTotalMemorySize())
        : OptionalLong.empty();
  }

  private record Fixed(int features) implements ParallelExecutionConfiguration {
    @Override
    public int getParallelism() {
      return features;
    }

    @Override
    public int getMinimumRunnable() {
      return features;
    }

    @Override
    public int getMaxPoolSize() {
      return features;
    }

    @Override
    public int getCorePoolSize() {
      return features;
    }

    /** A thread that waits for its cluster is not replaced by one that starts another. */
    @Override
    public Predicate<? super ForkJoinPool> getSaturatePredicate() {
      return pool -> true;
    }

    @Override
    public int getKeepAliveSeconds() {
      return 30;
    }
  }
}

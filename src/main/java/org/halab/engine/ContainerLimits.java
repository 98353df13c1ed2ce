package org.halab.engine;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.UpdateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Statistics;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** What the engine lets a running container have of its machine, and how often it held it. */
public final class ContainerLimits {
  private static final long PERIOD_MICROS = 100_000;
  private static final long WITHOUT = -1;

  private final Engine engine;
  private final ServiceContainer container;

  ContainerLimits(Engine engine, ServiceContainer container) {
    this.engine = engine;
    this.container = container;
  }

  /**
   * @param percent of one core
   */
  public void processor(int percent) {
    update(one -> one.withCpuPeriod(PERIOD_MICROS).withCpuQuota(PERIOD_MICROS * percent / 100));
  }

  public void processorFree() {
    update(one -> one.withCpuPeriod(PERIOD_MICROS).withCpuQuota(WITHOUT));
  }

  public boolean processorLimited() {
    Long quota = config().getCpuQuota();
    return quota != null && quota > 0;
  }

  /** In how many tenths of a second its processes had to wait, since it was started. */
  public long timesHeld() {
    AtomicReference<Statistics> seen = new AtomicReference<>();
    try {
      engine
          .client()
          .statsCmd(container.containerId())
          .withNoStream(true)
          .exec(
              new ResultCallback.Adapter<Statistics>() {
                @Override
                public void onNext(Statistics statistics) {
                  seen.set(statistics);
                }
              })
          .awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the engine was asked", e);
    }
    return seen.get().getCpuStats().getThrottlingData().getThrottledPeriods();
  }

  /**
   * @param bytes of memory, and no swap beyond
   */
  public void memory(long bytes) {
    update(one -> one.withMemory(bytes).withMemorySwap(bytes));
  }

  /** The engine cannot take a limit of memory away; one of all that there is limits nothing. */
  public void memoryFree() {
    memory(engine.machine().memoryBytes());
  }

  public boolean memoryLimited() {
    Long bytes = config().getMemory();
    return bytes != null && bytes > 0 && bytes < engine.machine().memoryBytes();
  }

  private HostConfig config() {
    return engine.client().inspectContainerCmd(container.containerId()).exec().getHostConfig();
  }

  private void update(Function<UpdateContainerCmd, UpdateContainerCmd> change) {
    change.apply(engine.client().updateContainerCmd(container.containerId())).exec();
  }
}

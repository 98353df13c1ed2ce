package org.halab.engine;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Statistics;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The processor time that something has used since it began. */
public final class CpuTime {
  private CpuTime() {}

  /** Of this program: the clients, the watches, and all else that it does. */
  public static Duration ofThisProgram() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Duration.ofNanos(system.getProcessCpuTime());
  }

  /**
   * Of a container, by the engine's account.
   *
   * @throws InterruptedException if it is not waited for
   */
  public static Duration of(Engine engine, ServiceContainer container) throws InterruptedException {
    AtomicLong nanos = new AtomicLong();
    engine
        .client()
        .statsCmd(container.containerId())
        .withNoStream(true)
        .exec(
            new ResultCallback.Adapter<Statistics>() {
              @Override
              public void onNext(Statistics statistics) {
                nanos.set(statistics.getCpuStats().getCpuUsage().getTotalUsage());
              }
            })
        .awaitCompletion();
    return Duration.ofNanos(nanos.get());
  }
}

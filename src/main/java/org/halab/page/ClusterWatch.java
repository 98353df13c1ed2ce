package org.halab.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.halab.checker.failover.Event;
import org.halab.cluster.Cluster;
import org.halab.domain.LockChange;
import org.halab.experiment.Watching;
import org.halab.timing.DaemonThreads;

/**
 * What is seen of a cluster for the page: by the watches of an experiment where there is one, else
 * by some of its own. Whatever takes time is done on a thread of its own.
 */
final class ClusterWatch implements AutoCloseable {
  /** A change is to be seen within a second. */
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Cluster cluster;
  private final Parts parts;
  private final LogBook log = new LogBook();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("page watch"));
  private volatile Optional<Watching> foreign = Optional.empty();
  private volatile Optional<Watching> own = Optional.empty();

  ClusterWatch(Cluster cluster) {
    this.cluster = cluster;
    this.parts = Parts.of(cluster);
    thread.scheduleWithFixedDelay(this::tend, 0, 1, TimeUnit.SECONDS);
  }

  /** There are watches already, or there are none any more. */
  void others(Optional<Watching> watching) {
    foreign = watching;
  }

  Drawing drawing() {
    Optional<Watching> watching = watching();
    return new Drawing(
        parts,
        watching.map(Watching::lanes).orElse(List.of()),
        watching.map(Watching::nodes).orElse(Map.of()));
  }

  /** What held at first, and each change of the leader lock since. */
  List<LockChange> lockChanges() {
    return watching().map(Watching::lockChanges).orElse(List.of());
  }

  /** The newest first. */
  List<PageState.Line> lines() {
    List<PageState.Line> all = new ArrayList<>(log.lines());
    lockChanges().stream().skip(1).map(Event::ofLock).map(LogBook::line).forEach(all::add);
    return all.stream()
        .sorted(Comparator.comparing(PageState.Line::at).reversed())
        .limit(LogBook.MOST)
        .toList();
  }

  private Optional<Watching> watching() {
    return foreign.or(() -> own);
  }

  private void tend() {
    try {
      if (foreign.isPresent()) {
        endOwn();
      } else if (own.isEmpty()) {
        own = Optional.of(new Watching(cluster, PERIOD));
      }
    } catch (RuntimeException e) {
      // The DCS does not answer; a second later it may.
    }
    for (String service : cluster.project().stack().services()) {
      try {
        log.read(service, cluster.access(service)::logs);
      } catch (RuntimeException e) {
        // no container, no log
      }
    }
  }

  private void endOwn() {
    own.ifPresent(Watching::close);
    own = Optional.empty();
  }

  @Override
  public void close() {
    thread.execute(this::endOwn);
    thread.shutdown();
  }
}

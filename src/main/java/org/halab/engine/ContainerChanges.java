package org.halab.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import java.io.Closeable;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the starts and ends of each container, as the engine tells of them: what is known of one
 * holds until its count changes.
 */
final class ContainerChanges extends ResultCallback.Adapter<Event> {
  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final AtomicLong all = new AtomicLong();
  private volatile boolean told;

  /** Starts to listen. */
  static ContainerChanges of(DockerClient client) {
    ContainerChanges changes = new ContainerChanges();
    client
        .eventsCmd()
        .withEventTypeFilter(EventType.CONTAINER)
        .withEventFilter("start", "die", "destroy")
        .exec(changes);
    return changes;
  }

  /** Empty while the engine tells nothing: at first, and for good when the connection broke. */
  OptionalLong of(String containerId) {
    return told ? OptionalLong.of(counts.getOrDefault(containerId, 0L)) : OptionalLong.empty();
  }

  /** The same of all containers together. */
  OptionalLong ofAll() {
    return told ? OptionalLong.of(all.get()) : OptionalLong.empty();
  }

  @Override
  public void onStart(Closeable stream) {
    super.onStart(stream);
    told = true;
  }

  @Override
  public void onNext(Event event) {
    all.incrementAndGet();
    counts.merge(event.getActor().getId(), 1L, Long::sum);
  }

  @Override
  public void onError(Throwable broken) {
    told = false;
  }

  @Override
  public void onComplete() {
    told = false;
  }
}

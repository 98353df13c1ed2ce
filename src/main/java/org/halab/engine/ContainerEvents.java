package org.halab.engine;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.domain.Lane;
import org.halab.domain.Lane.Change;

/** What the engine tells of a project's containers, as it happens and by the engine's clock. */
public final class ContainerEvents implements AutoCloseable {
  private static final Map<String, String> STATES =
      Map.of(
          "start", "running",
          "die", "exited",
          "pause", "frozen",
          "unpause", "running");

  private final Map<String, List<Change>> changes = new LinkedHashMap<>();
  private final Stream stream = new Stream();

  /** Begins with what each container is now. */
  public ContainerEvents(Engine engine, String project, Collection<ServiceContainer> containers) {
    Instant now = Instant.now();
    for (ServiceContainer container : containers) {
      List<Change> ofService = new ArrayList<>();
      ofService.add(new Change(now, container.details().status()));
      changes.put(container.service(), ofService);
    }
    engine
        .client()
        .eventsCmd()
        .withEventTypeFilter(EventType.CONTAINER)
        .withLabelFilter(Labels.filter(Labels.ofProject(project)).toArray(String[]::new))
        .exec(stream);
  }

  public List<Lane> lanes() {
    synchronized (changes) {
      return changes.entrySet().stream()
          .map(one -> new Lane(one.getKey(), Lane.Kind.CONTAINER, one.getValue()))
          .toList();
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      // nothing more is read from it
    }
  }

  private final class Stream extends ResultCallback.Adapter<Event> {
    @Override
    public void onNext(Event event) {
      String state = STATES.get(event.getAction());
      String service =
          event.getActor() == null
              ? null
              : event.getActor().getAttributes().get(Labels.COMPOSE_SERVICE);
      Long nanos = event.getTimeNano();
      if (state != null && nanos != null && changes.containsKey(service)) {
        synchronized (changes) {
          changes.get(service).add(new Change(Instant.ofEpochSecond(0, nanos), state));
        }
      }
    }

    @Override
    public void onError(Throwable broken) {
      // The stream ends with the engine's connection; what was told so far stays.
    }
  }
}

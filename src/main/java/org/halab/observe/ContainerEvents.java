package org.halab.observe;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.deploy.Project;
import org.halab.domain.Lane;
import org.halab.domain.Lane.Change;
import org.halab.engine.Labels;

/** What the engine tells of a project's containers, as it happens and by the engine's clock. */
public final class ContainerEvents extends ResultCallback.Adapter<Event> {
  private static final Map<String, String> STATES =
      Map.of(
          "start", "running",
          "die", "exited",
          "pause", "frozen",
          "unpause", "running");

  private final Map<String, List<Change>> changes = new LinkedHashMap<>();

  /** Begins with what each container is now. */
  public ContainerEvents(Project project) {
    Instant now = Instant.now();
    for (String service : project.stack().services()) {
      changes.put(service, new ArrayList<>());
      changes
          .get(service)
          .add(
              new Change(
                  now, String.valueOf(project.access(service).inspect().getState().getStatus())));
    }
    String[] labels =
        Labels.ofProject(project.name()).entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .toArray(String[]::new);
    project
        .engine()
        .client()
        .eventsCmd()
        .withEventTypeFilter(EventType.CONTAINER)
        .withLabelFilter(labels)
        .exec(this);
  }

  @Override
  public void onNext(Event event) {
    String state = STATES.get(event.getAction());
    String service =
        event.getActor() == null
            ? null
            : event.getActor().getAttributes().get("com.docker.compose.service");
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
      super.close();
    } catch (IOException e) {
      // nothing more is read from it
    }
  }
}

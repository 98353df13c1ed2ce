package org.halab.record;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestSourceParsed;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.halab.message.Message;

/** Prints a line for each scenario that ended: how, which, and in what time. */
public final class ScenarioLines implements ConcurrentEventListener {
  private final Map<URI, String> features = new ConcurrentHashMap<>();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestSourceParsed.class,
        event ->
            event.getNodes().stream()
                .flatMap(node -> node.getName().stream())
                .findFirst()
                .ifPresent(name -> features.put(event.getUri(), name)));
    publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
  }

  private void finished(TestCaseFinished event) {
    TestCase scenario = event.getTestCase();
    Status status = event.getResult().getStatus();
    Progress.say(
        Message.of("record.scenario")
            .with("status", status.name())
            .with("feature", features.getOrDefault(scenario.getUri(), scenario.getUri().toString()))
            .with("scenario", scenario.getName())
            .with("time", event.getResult().getDuration()));
  }
}

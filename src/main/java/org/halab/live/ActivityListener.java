package org.halab.live;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestSourceParsed;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Follows Cucumber's events, and so knows which scenario and step each feature is at. */
public final class ActivityListener implements ConcurrentEventListener {
  private final Activities activities;
  private final Map<URI, String> features = new ConcurrentHashMap<>();

  public ActivityListener(Activities activities) {
    this.activities = activities;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestSourceParsed.class, this::parsed);
    publisher.registerHandlerFor(TestCaseStarted.class, event -> begins(event.getTestCase()));
    publisher.registerHandlerFor(TestCaseFinished.class, event -> activities.ended());
    publisher.registerHandlerFor(TestStepStarted.class, event -> begins(event.getTestStep()));
    publisher.registerHandlerFor(TestStepFinished.class, event -> activities.step(""));
  }

  private void parsed(TestSourceParsed source) {
    source.getNodes().stream()
        .flatMap(node -> node.getName().stream())
        .findFirst()
        .ifPresent(name -> features.put(source.getUri(), name));
  }

  private void begins(TestCase scenario) {
    activities.scenario(features.getOrDefault(scenario.getUri(), ""), scenario.getName());
  }

  private void begins(TestStep step) {
    if (step instanceof PickleStepTestStep itself) {
      activities.step(itself.getStep().getKeyword() + itself.getStep().getText());
    }
  }
}

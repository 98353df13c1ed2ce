package org.halab;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.StepDefinition;
import io.cucumber.messages.types.TestCase;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every step of the features has exactly one method, and every sentence is used. Runs no step. */
class GlueTest {
  private static final Set<String> UNUSED = new TreeSet<>();

  @Test
  void stepsAndMethodsMatch() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    byte exitCode;
    try {
      exitCode =
          Main.run(
              "--dry-run",
              "--monochrome",
              "--glue",
              "org.halab.steps",
              "--glue",
              "org.halab.scenario",
              "--plugin",
              "summary",
              "--plugin",
              Collector.class.getName(),
              "features");
    } finally {
      System.setOut(console);
    }
    assertThat(exitCode).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(UNUSED).as("sentences that no feature uses").isEmpty();
  }

  /**
   * Made by Cucumber. Its own plugin for this counts a sentence anew for each language of the
   * features, and finds it unused in the others.
   */
  public static final class Collector implements ConcurrentEventListener {
    private final Map<String, String> defined = new HashMap<>();
    private final Set<String> used = new TreeSet<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(Envelope.class, this::received);
    }

    private void received(Envelope message) {
      message.getStepDefinition().ifPresent(one -> defined.put(one.getId(), sentence(one)));
      message.getTestCase().ifPresent(this::uses);
      message
          .getTestRunFinished()
          .ifPresent(
              finished -> {
                UNUSED.addAll(defined.values());
                UNUSED.removeAll(used);
              });
    }

    private void uses(TestCase scenario) {
      scenario.getTestSteps().stream()
          .flatMap(step -> step.getStepDefinitionIds().stream().flatMap(List::stream))
          .forEach(id -> used.add(defined.get(id)));
    }

    private static String sentence(StepDefinition one) {
      return one.getPattern().getSource();
    }
  }
}

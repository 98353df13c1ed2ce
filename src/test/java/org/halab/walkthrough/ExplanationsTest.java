package org.halab.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.halab.message.Language;
import org.halab.walkthrough.Explanations.Explanation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every step of the guide is explained, and every explanation is of a step. Runs no step. */
class ExplanationsTest {
  private static final Set<String> USED = new TreeSet<>();
  private static final Set<String> DEFINED = new TreeSet<>();

  private final Explanations explanations = Explanations.in(Language.ENGLISH);

  @BeforeAll
  static void collect() {
    Main.run(
        "--dry-run",
        "--glue",
        "org.halab.steps",
        "--plugin",
        Collector.class.getName(),
        "--no-summary",
        "--tags",
        "@guide",
        "features");
  }

  @Test
  void everyStepOfTheGuideIsExplained() {
    assertThat(USED)
        .isNotEmpty()
        .allSatisfy(
            step -> {
              assertThat(explanations.has(step)).as(step).isTrue();
              assertThat(explanations.of(step, "").does()).as(step).isNotBlank();
            });
  }

  @Test
  void everyExplanationIsOfAStep() {
    Set<String> methods = new TreeSet<>();
    DEFINED.forEach(step -> methods.add(Explanations.method(step)));

    assertThat(methods).containsAll(explanations.methods());
  }

  @Test
  void everyExplanationIsThereInRussianToo() {
    Explanations russian = Explanations.in(new Language("ru"));

    assertThat(russian.translatedMethods()).isEqualTo(russian.methods());
    assertThat(USED)
        .allSatisfy(step -> assertThat(russian.of(step, "").does()).containsPattern("[а-я]{4}"));
  }

  @Test
  void aRussianStepIsExplainedInBothLanguages() {
    String method = "org.halab.steps.FaultSteps.inflict(org.halab.fault.NamedFault)";

    assertThat(explanations.of(method, "лидер убит").does()).startsWith("Kills the leader's");
    assertThat(Explanations.in(new Language("ru")).of(method, "лидер убит").does())
        .startsWith("Убивает контейнер лидера");
  }

  @Test
  void everyPlaceholderIsKnown() {
    Placeholders places = Placeholders.of(Optional.empty());

    assertThat(USED)
        .flatExtracting(step -> explanations.of(step, "").tries())
        .allSatisfy(
            text -> assertThat(places.fill((String) text)).doesNotContainPattern("\\{[a-z ]+}"));
  }

  @Test
  void aMethodOfSeveralSentencesHasWordsForEach() {
    String method = "org.halab.steps.FaultSteps.inflict(org.halab.fault.NamedFault)";

    assertThat(explanations.of(method, "the leader is killed").does()).contains("docker kill");
    assertThat(explanations.of(method, "the moon is full").does()).startsWith("Does so");
  }

  @Test
  void aStepWithoutExplanationSaysNothing() {
    Explanation none = explanations.of("org.halab.steps.Some.other()", "the cluster is well");

    assertThat(none.does()).isEmpty();
    assertThat(none.tries()).isEmpty();
    assertThat(none.atOnce()).isFalse();
  }

  @Test
  void aStepWithADeadlineDoesNotWaitForAPerson() {
    String step = "writes succeed within the crash failover deadline";

    assertThat(explanations.of("org.halab.steps.Some.other()", step).atOnce()).isTrue();
  }

  /** Made by Cucumber. */
  public static final class Collector implements ConcurrentEventListener {
    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(
          StepDefinedEvent.class, event -> DEFINED.add(event.getStepDefinition().getLocation()));
      publisher.registerHandlerFor(
          TestStepFinished.class,
          event -> {
            if (event.getTestStep() instanceof PickleStepTestStep step) {
              USED.add(step.getCodeLocation());
            }
          });
    }
  }
}

package org.halab.walkthrough;

import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.EmbedEvent;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.HookTestStep;
import io.cucumber.plugin.event.HookType;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import io.cucumber.plugin.event.WriteEvent;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halab.domain.Durations;
import org.halab.live.Activities;
import org.halab.live.ActivityListener;
import org.halab.options.Outputs;
import org.halab.walkthrough.Explanations.Explanation;
import org.halab.walkthrough.FeatureWords.Said;

/** Prints the features as they are walked through: their words, and what each step showed. */
public final class Narrator implements ConcurrentEventListener {
  private final Walk walk = Walk.current();
  private final Screen screen = walk.screen();
  private final Shown shown = new Shown(Outputs.WALKTHROUGH);
  private final FeatureWords words = new FeatureWords();
  private URI feature;
  private Optional<Said> rule = Optional.empty();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    new ActivityListener(Activities.ofThisRun()).setEventPublisher(publisher);
    publisher.registerHandlerFor(
        Envelope.class, event -> event.getGherkinDocument().ifPresent(words::read));
    publisher.registerHandlerFor(TestCaseStarted.class, event -> scenario(event.getTestCase()));
    publisher.registerHandlerFor(
        TestStepStarted.class, event -> begins(event.getTestCase(), event.getTestStep()));
    publisher.registerHandlerFor(
        TestStepFinished.class, event -> ended(event.getTestStep(), event.getResult()));
    publisher.registerHandlerFor(WriteEvent.class, event -> show(shown.note(event.getText())));
    publisher.registerHandlerFor(
        EmbedEvent.class,
        event -> show(shown.evidence(event.getName(), event.getMediaType(), event.getData())));
  }

  private void scenario(TestCase scenario) {
    if (walk.stops().ended()) {
      return;
    }
    URI file = scenario.getUri();
    int line = scenario.getLocation().getLine();
    if (!file.equals(feature)) {
      feature = file;
      rule = Optional.empty();
      words.feature(file).ifPresent(said -> title(said, "\n" + "═".repeat(screen.width() - 1)));
    }
    Optional<Said> itsRule = words.rule(file, line);
    if (!itsRule.equals(rule)) {
      rule = itsRule;
      itsRule.ifPresent(said -> title(said, ""));
    }
    Optional<Said> said = words.scenario(file, line);
    title(
        new Said(
            said.map(Said::keyword).orElse(scenario.getKeyword()),
            scenario.getName(),
            said.map(Said::description).orElse("")),
        "");
    screen.print(screen.dim("  " + String.join(" ", scenario.getTags())));
  }

  private void title(Said said, String above) {
    screen.print(above);
    screen.print(screen.bold(said.keyword() + ": " + said.name()));
    if (!said.description().isBlank()) {
      screen.print(
          TerminalText.wrapped(TerminalText.flowing(said.description()), "  ", screen.width()));
    }
  }

  /** A step's words are printed when its first hook begins: there the walk stops. */
  private void begins(TestCase scenario, TestStep step) {
    if (step instanceof HookTestStep hook
        && hook.getHookType() == HookType.BEFORE_STEP
        && !walk.stops().ended()) {
      List<TestStep> all = scenario.getTestSteps();
      List<PickleStepTestStep> coming =
          all.subList(all.indexOf(step), all.size()).stream()
              .filter(PickleStepTestStep.class::isInstance)
              .map(PickleStepTestStep.class::cast)
              .toList();
      announce(coming.get(0));
      walk.comes(
          words(coming.get(0)),
          explanationOf(coming.get(0)),
          coming.size() > 1 && explanationOf(coming.get(1)).atOnce());
    }
  }

  private Explanation explanationOf(PickleStepTestStep step) {
    return walk.explanations().of(step.getCodeLocation(), step.getStep().getText());
  }

  private static String words(PickleStepTestStep step) {
    return step.getStep().getKeyword() + step.getStep().getText();
  }

  private void announce(PickleStepTestStep step) {
    screen.print("\n  " + screen.bold(words(step)));
    if (step.getStep().getArgument() instanceof DataTableArgument table) {
      screen.print(
          table.cells().stream()
              .map(cells -> "      | " + String.join(" | ", cells) + " |")
              .collect(Collectors.joining("\n")));
    }
  }

  private void ended(TestStep step, Result result) {
    if (!(step instanceof PickleStepTestStep) || walk.stops().ended()) {
      return;
    }
    if (result.getStatus() == Status.PASSED) {
      show("✔ " + Durations.seconds(result.getDuration()));
    } else if (result.getStatus() != Status.SKIPPED) {
      show("✘ " + result.getStatus().name().toLowerCase(Locale.ROOT));
      Optional.ofNullable(result.getError())
          .ifPresent(
              error -> show(TerminalText.excerpt(String.valueOf(error.getMessage()), "  ", 30)));
    }
  }

  private void show(String text) {
    screen.print(TerminalText.excerpt(text, "      ", Integer.MAX_VALUE - 1));
  }
}

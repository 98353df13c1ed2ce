package org.halab.matrix;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.halab.options.Outputs;
import org.halab.record.Places;
import org.halab.report.model.RecordJson;

/**
 * Writes down what came of the one scenario of a process: at which step it was red, and after which
 * time. Made by Cucumber.
 */
public final class TrialRecord implements ConcurrentEventListener {
  private static final String FILE = "tried.json";

  private Instant begun;
  private Instant ended;
  private String step = "";
  private String message = "";

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, event -> begun = event.getInstant());
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
  }

  /** The first one that is not green decides; what is cleared up afterwards takes time, too. */
  private void stepFinished(TestStepFinished event) {
    if (step.isEmpty() && event.getTestStep() instanceof PickleStepTestStep one) {
      ended = event.getInstant();
      if (event.getResult().getStatus() != Status.PASSED) {
        step = one.getStep().getText();
        message = said(event.getResult().getError());
      }
    }
  }

  private void finished(TestCaseFinished event) {
    TestCase scenario = event.getTestCase();
    Tried.End end =
        switch (event.getResult().getStatus()) {
          case PASSED -> Tried.End.GREEN;
          case SKIPPED -> Tried.End.SKIPPED;
          default -> Tried.End.RED;
        };
    write(
        new Tried(
            Places.of(scenario.getUri(), scenario.getLocation().getLine()),
            scenario.getName(),
            end,
            step,
            message.isEmpty() ? said(event.getResult().getError()) : message,
            seconds(ended == null ? event.getInstant() : ended)));
  }

  private double seconds(Instant end) {
    return Duration.between(begun, end).toMillis() / 1000.0;
  }

  private static String said(Throwable error) {
    return error == null ? "" : error.getMessage() == null ? error.toString() : error.getMessage();
  }

  static void notStarted(String reason) {
    write(new Tried("", "", Tried.End.NOT_STARTED, Trial.BEFORE_THE_START, reason, 0));
  }

  private static void write(Tried tried) {
    try {
      Files.createDirectories(Outputs.REPORT);
      RecordJson.mapper().writeValue(Outputs.REPORT.resolve(FILE).toFile(), tried);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a process has written; empty if it has not. */
  static Optional<Tried> read(Path report) {
    Path file = report.resolve(FILE);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(RecordJson.mapper().readValue(file.toFile(), Tried.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

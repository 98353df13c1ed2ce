package org.halab.examination;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestRunFinished;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.grade.Points;
import org.halab.grade.Verdicts;
import org.halab.grade.written.ResultFiles;
import org.halab.grade.written.Results;
import org.halab.grade.written.Submission;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.reading.ProjectReading;
import org.halab.record.Progress;
import org.halab.scenario.Lab;
import org.halab.stack.Dcs;
import org.halab.stack.Proxy;
import org.halab.stack.Stack;

/**
 * Writes the results of an examination when its scenarios are over; without one it does nothing.
 */
public final class ExaminationResults implements ConcurrentEventListener {
  private static final String EXAMINATION = "@examination";

  private final Trials trials = new Trials();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    publisher.registerHandlerFor(TestRunFinished.class, run -> write());
  }

  private synchronized void finished(TestCaseFinished scenario) {
    List<String> tags = scenario.getTestCase().getTags();
    if (tags.contains(EXAMINATION)) {
      trials.add(
          tags,
          end(scenario.getResult().getStatus()),
          Optional.ofNullable(scenario.getResult().getError())
              .map(error -> String.valueOf(error.getMessage()).strip())
              .orElse(""));
    }
  }

  private static Trials.End end(Status status) {
    return switch (status) {
      case PASSED -> Trials.End.PASSED;
      case SKIPPED -> Trials.End.NOT_TRIED;
      default -> Trials.End.FAILED;
    };
  }

  /** A run is not a failure because its results cannot be written. */
  private synchronized void write() {
    if (trials.isEmpty()) {
      return;
    }
    try {
      Stack stack = Lab.chosen();
      List<Finding> read = ProjectReading.of(stack, Lab.files());
      Verdicts verdicts = Verdicts.of(read, trials.byItem(read, anotherStack(stack)));
      Results results =
          new Results(name(), verdicts, Points.read(Points.PROPOSAL).grade(verdicts.items()));
      ResultFiles.write(
          Outputs.REPORT,
          results,
          Submission.of(System.getenv(), Instant.now()),
          Language.chosen());
      Progress.say(
          Message.of("examination.results")
              .with("directory", Outputs.REPORT)
              .with("earned", results.grade().earned())
              .with("full", results.grade().full())
              .with("lines", ResultFiles.vplLines(results, Language.chosen())));
    } catch (LabException e) {
      Progress.say(Message.of("examination.noResults").with("reason", e.getMessage()));
    }
  }

  private static boolean anotherStack(Stack stack) {
    return stack.dcs().kind() != Dcs.ZOOKEEPER || stack.entrypoint().proxy() != Proxy.HAPROXY;
  }

  private static String name() {
    Path directory = Options.ofThisRun().project();
    return directory.normalize().getFileName().toString();
  }
}

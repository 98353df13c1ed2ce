package org.halab.examination;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.grade.Points;
import org.halab.grade.Verdicts;
import org.halab.grade.written.ResultFiles;
import org.halab.grade.written.Results;
import org.halab.grade.written.ResultsFile;
import org.halab.grade.written.Submission;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.reading.ProjectReading;
import org.halab.record.LabReport;
import org.halab.record.Places;
import org.halab.record.Progress;
import org.halab.record.RunNotes;
import org.halab.report.model.Examined;
import org.halab.scenario.Lab;
import org.halab.stack.Dcs;
import org.halab.stack.Proxy;
import org.halab.stack.Stack;

/**
 * Writes the results of an examination when its scenarios are over; without one it does nothing.
 */
public final class ExaminationResults implements ConcurrentEventListener {
  private static final String EXAMINATION = "@examination";

  private static final int SAID_LINES = 6;

  /** Here begins what the library of assertions compares. */
  private static final String COMPARED = "Expecting";

  private final Trials trials = new Trials();
  private final Set<UUID> redAtLast = new HashSet<>();
  private Optional<Examined> examined = Optional.empty();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    RunNotes.THIS_RUN.examination(this::examined);
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    publisher.registerHandlerFor(TestRunFinished.class, run -> write());
  }

  private synchronized void stepFinished(TestStepFinished step) {
    if (end(step.getResult().getStatus()) == Trials.End.FAILED
        && step.getTestStep().equals(lastStep(step.getTestCase()))) {
      redAtLast.add(step.getTestCase().getId());
    }
  }

  private static PickleStepTestStep lastStep(TestCase scenario) {
    return scenario.getTestSteps().stream()
        .filter(PickleStepTestStep.class::isInstance)
        .map(PickleStepTestStep.class::cast)
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  private synchronized void finished(TestCaseFinished event) {
    TestCase scenario = event.getTestCase();
    if (scenario.getTags().contains(EXAMINATION)) {
      Trials.End end = end(event.getResult().getStatus());
      boolean atLast = redAtLast.contains(scenario.getId());
      trials.add(
          scenario.getTags(),
          end,
          atLast,
          end == Trials.End.FAILED ? evidence(event, atLast) : List.of());
    }
  }

  private static List<String> evidence(TestCaseFinished event, boolean atLast) {
    TestCase scenario = event.getTestCase();
    String logs =
        RunNotes.THIS_RUN.failureOf(Places.of(scenario.getUri(), scenario.getLocation().getLine()));
    Stream<String> said =
        Stream.ofNullable(event.getResult().getError())
            .flatMap(error -> String.valueOf(error.getMessage()).lines())
            .map(String::strip)
            .filter(line -> !line.matches("[-+ ]*"))
            .takeWhile(line -> !line.startsWith(COMPARED))
            .limit(SAID_LINES);
    Stream<String> logged =
        TrialFinding.of(scenario.getTags(), atLast).filter(one -> !logs.isEmpty()).stream()
            .flatMap(one -> one.tellingLines(Outputs.LOGS.resolve(logs)).stream());
    return Stream.concat(said, logged).toList();
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
    try {
      examined().ifPresent(one -> write(one.results()));
    } catch (LabException e) {
      Progress.say(Message.of("examination.noResults").with("reason", e.getMessage()));
    }
  }

  /**
   * The same of a project that cannot be tried, with its report: as far as its files show it, or
   * why they were not even read.
   *
   * @param reason why it cannot be tried
   */
  public static void writeWhatIsRead(String reason) {
    try {
      Optional<List<Finding>> files = read();
      List<Finding> read = new ArrayList<>(guarded());
      files.ifPresent(read::addAll);
      if (read.stream().allMatch(one -> one.severity().compareTo(Severity.MISTAKE) > 0)) {
        read.add(notStarted(reason));
      }
      Verdicts verdicts =
          Verdicts.of(read, files.isEmpty() ? Map.of() : new Trials().byItem(read, false));
      Examined examined = new Examined(results(verdicts), quoted(verdicts), List.of());
      write(examined.results());
      LabReport.ofNoRun(examined);
    } catch (LabException e) {
      Progress.say(Message.of("examination.noResults").with("reason", e.getMessage()));
    }
  }

  /** Nothing if there is no project. */
  private static List<Finding> guarded() {
    try {
      return Lab.guarded();
    } catch (LabException e) {
      return List.of();
    }
  }

  /** Empty if there are no files, or Compose is not to read them. */
  private static Optional<List<Finding>> read() {
    try {
      return Optional.of(
          ProjectReading.of(Lab.directory(), Lab.ownFiles(), Lab.resolvedOwnFiles()));
    } catch (LabException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> quoted(Verdicts verdicts) {
    try {
      return QuotedLines.of(Lab.directory(), verdicts.findings());
    } catch (LabException e) {
      return Map.of();
    }
  }

  private static Finding notStarted(String reason) {
    return new Finding(
        "project-not-started",
        Severity.FATAL,
        Set.of(Item.COMPOSE_FILE, Item.DEPLOYED),
        List.of(),
        List.of(),
        Message.text(reason),
        Optional.empty());
  }

  private static Results results(Verdicts verdicts) {
    Points points = Points.read(Options.ofThisRun().points());
    return new Results(name(), verdicts, points.grade(verdicts.items()));
  }

  private static void write(Results results) {
    ResultFiles.write(
        Outputs.REPORT, results, Submission.of(System.getenv(), Instant.now()), Language.chosen());
    ResultsFile.write(Outputs.REPORT, results);
    Progress.say(
        Message.of("examination.results")
            .with("directory", Outputs.REPORT)
            .with("earned", results.grade().earned())
            .with("full", results.grade().full()));
    if (Options.ofThisRun().vpl()) {
      // VPL takes a line for its own that begins with its mark, so nothing stands before it.
      System.out.print(ResultFiles.vplLines(results, Language.chosen()));
    }
  }

  /** Empty if nothing was examined; the same for all who ask when the scenarios are over. */
  private synchronized Optional<Examined> examined() {
    if (examined.isEmpty() && !trials.isEmpty()) {
      Stack stack = Lab.chosen();
      List<Finding> read = new ArrayList<>(Lab.guarded());
      read.addAll(ProjectReading.of(stack, Lab.files()));
      read.addAll(Lab.standIns());
      Verdicts verdicts = Verdicts.of(read, trials.byItem(read, anotherStack(stack)));
      examined =
          Optional.of(
              new Examined(results(verdicts), quoted(verdicts), Lab.found().stream().toList()));
    }
    return examined;
  }

  private static boolean anotherStack(Stack stack) {
    return stack.dcs().kind() != Dcs.ZOOKEEPER
        || stack.entrypoints().stream().limit(1).anyMatch(one -> one.proxy() != Proxy.HAPROXY);
  }

  private static String name() {
    Path directory = Options.ofThisRun().project();
    return directory.normalize().getFileName().toString();
  }
}

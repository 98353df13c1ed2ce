package org.halab.record;

import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;
import io.cucumber.query.Repository.RepositoryFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.halab.changes.LabFiles;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.report.model.Examined;
import org.halab.report.model.Run;
import org.halab.report.written.Texts;
import org.halab.report.written.WrittenReport;

/** Collects what happens in a run, and has the report written when it is over. */
public final class LabReport implements ConcurrentEventListener {
  /** The file with what is known of a run beside Cucumber's messages. */
  static final String NOTES = "run.json";

  private static final Path FEATURES = Path.of("features");
  private static final Language LANGUAGE = Language.chosen();

  private final RunNotes notes = RunNotes.THIS_RUN;
  private final Repository repository = messages();

  /** For Cucumber's messages; there are none in it yet. */
  static Repository messages() {
    return Repository.builder()
        .feature(RepositoryFeature.INCLUDE_ATTACHMENTS, true)
        .feature(RepositoryFeature.INCLUDE_GHERKIN_DOCUMENTS, true)
        .build();
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(Envelope.class, this::received);
  }

  private synchronized void received(Envelope message) {
    repository.update(message);
    message.getTestRunStarted().ifPresent(started -> clear());
    message.getTestRunFinished().ifPresent(finished -> end());
  }

  /** What an earlier run left would be taken for this one's. The experiments' records are kept. */
  private void clear() {
    for (String directory : List.of("logs", "pictures")) {
      remove(Outputs.REPORT.resolve(directory));
    }
    keepFiles(Outputs.REPORT);
  }

  /** The lab's own files, as they are now; none of another project. */
  private static void keepFiles(Path report) {
    Options options = Options.ofThisRun();
    if (options.foreignProject()) {
      LabFiles.keepNone(report);
    } else {
      LabFiles.keep(options.project(), report);
    }
  }

  /** The report of a project of which nothing could be tried. */
  public static void ofNoRun(Examined examined) {
    write(
        Outputs.REPORT,
        texts ->
            new Run(
                Instant.now(),
                Duration.ZERO,
                new Table(texts.versionColumns(), List.of()),
                List.of(),
                List.of(),
                List.of()),
        () -> Optional.of(examined));
  }

  private void end() {
    notes.end();
    write(Outputs.REPORT, repository, notes, notes::examined);
    Path kept = Outputs.REPORT.resolve(NOTES);
    try {
      if (notes.examined().isPresent()) {
        // What an examination found is not among them: the report cannot be written again.
        Files.deleteIfExists(kept);
      } else {
        notes.keep(kept);
      }
    } catch (IOException e) {
      Progress.say(Message.of("record.noReport").with("reason", e));
    }
  }

  /**
   * @param directory that holds the faults' records and logs
   */
  static void write(
      Path directory, Repository messages, RunNotes notes, Supplier<Optional<Examined>> examined) {
    write(
        directory,
        texts ->
            new RunReader(new Query(messages), notes)
                .read(
                    PlannedScenarios.in(FEATURES, LANGUAGE.tag()),
                    notes.versions(texts.versionColumns()),
                    directory.resolve("experiments")),
        examined);
  }

  /** A run is not a failure because its report is. */
  private static void write(
      Path directory, Function<Texts, Run> read, Supplier<Optional<Examined>> examined) {
    long begin = System.nanoTime();
    try {
      if (!LabFiles.known(directory)) {
        keepFiles(directory);
      }
      Texts texts = new Texts(LANGUAGE);
      Run run = read.apply(texts);
      Optional<Examined> said = examined.get();
      WrittenReport report = new WrittenReport(directory, texts, Progress::say);
      if (said.isEmpty()) {
        RunHistory.asked().ifPresent(history -> history.keep(run, report));
      }
      report.write(run, said);
      if (run.ofGuide() && said.isEmpty()) {
        Progress.say(Message.of("report.otherEdition"));
      }
      Progress.say(
          Message.of("record.report")
              .with("file", directory.resolve("index.html"))
              .with("time", Duration.ofNanos(System.nanoTime() - begin)));
    } catch (IOException | RuntimeException | LinkageError e) {
      Progress.say(Message.of("record.noReport").with("reason", e));
    }
  }

  private static void remove(Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

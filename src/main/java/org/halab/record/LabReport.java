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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Outputs;
import org.halab.report.model.Run;
import org.halab.report.written.Texts;
import org.halab.report.written.WrittenReport;

/** Collects what happens in a run, and has the report written when it is over. */
public final class LabReport implements ConcurrentEventListener {
  private static final Path FEATURES = Path.of("features");
  private static final Language LANGUAGE = Language.chosen();

  private final RunNotes notes = RunNotes.THIS_RUN;
  private final Repository repository =
      Repository.builder()
          .feature(RepositoryFeature.INCLUDE_ATTACHMENTS, true)
          .feature(RepositoryFeature.INCLUDE_GHERKIN_DOCUMENTS, true)
          .build();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(Envelope.class, this::received);
  }

  private synchronized void received(Envelope message) {
    repository.update(message);
    message.getTestRunStarted().ifPresent(started -> clear());
    message.getTestRunFinished().ifPresent(finished -> write());
  }

  /** What an earlier run left would be taken for this one's. The experiments' records are kept. */
  private void clear() {
    for (String directory : List.of("logs", "pictures")) {
      remove(Outputs.REPORT.resolve(directory));
    }
  }

  /** A run is not a failure because its report is. */
  private void write() {
    long begin = System.nanoTime();
    try {
      Texts texts = new Texts(LANGUAGE);
      Run run =
          new RunReader(new Query(repository), notes)
              .read(
                  PlannedScenarios.in(FEATURES, LANGUAGE.tag()),
                  notes.versions(texts.versionColumns()));
      new WrittenReport(Outputs.REPORT, texts, Progress::say).write(run, notes.examined());
      Progress.say(
          Message.of("record.report")
              .with("file", Outputs.REPORT.resolve("index.html"))
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

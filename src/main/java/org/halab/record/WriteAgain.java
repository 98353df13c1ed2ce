package org.halab.record;

import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.query.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes the report of an earlier run again from what that run has recorded: Cucumber's messages,
 * the faults' records and the logs. The argument is the report's directory; the README names the
 * command.
 */
public final class WriteAgain {
  private WriteAgain() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("Name the directory of one report, as target/lab-report.");
      System.exit(2);
    }
    Path directory = Path.of(arguments[0]);
    for (String file : new String[] {"cucumber.ndjson", LabReport.NOTES}) {
      if (!Files.isRegularFile(directory.resolve(file))) {
        System.err.println(
            "%s has no %s: name the directory of a report that a run has written, as"
                    .formatted(directory, file)
                + " target/lab-report. An examined project's is written by its examination alone.");
        System.exit(2);
      }
    }
    LabReport.write(
        directory,
        messages(directory.resolve("cucumber.ndjson")),
        RunNotes.read(directory.resolve(LabReport.NOTES)),
        Optional::empty);
  }

  /** Cucumber's, as a run has written them. */
  static Repository messages(Path file) throws IOException {
    Repository repository = LabReport.messages();
    try (InputStream lines = Files.newInputStream(file)) {
      for (Envelope message : new NdjsonToMessageIterable(lines, new Deserializer())) {
        repository.update(message);
      }
    }
    return repository;
  }
}

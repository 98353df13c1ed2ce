package org.halab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.halab.engine.OwnJvm;
import org.halab.grade.written.Results;
import org.halab.grade.written.ResultsFile;
import org.halab.grade.written.Student;
import org.halab.grade.written.Student.State;
import org.halab.options.Option;
import org.halab.options.Outputs;

/** Examines a project in a process of its own, and ends it if it takes too long. */
final class Examiner {
  private static final String OUTPUT = "output.txt";

  /** In bytes: what a project prints may have no end. */
  private static final int END_OF_OUTPUT = 4096;

  private final Class<?> main;
  private final Map<String, String> properties;
  private final Duration limit;

  /**
   * @param main what the process runs, as {@link OneProject}
   * @param properties those of the class that hold for each of its projects
   * @param limit for one project
   */
  Examiner(Class<?> main, Map<String, String> properties, Duration limit) {
    this.main = main;
    this.properties = properties;
    this.limit = limit;
  }

  /**
   * What became of it: whatever happens there is told, and thrown nowhere.
   *
   * @param place of its results, below the report's directory
   */
  Student examine(Entrant entrant, String place) {
    Path report = Outputs.REPORT.resolve(place);
    Map<String, String> given = new HashMap<>(properties);
    given.put(Option.PROJECT.property(), entrant.project().toString());
    given.put(Option.OUTPUTS.property(), place);
    Process process =
        OwnJvm.start(
            main,
            given,
            Outputs.CLUSTERS.resolve(place).resolve("java.arguments"),
            report.resolve(OUTPUT));
    try {
      return student(entrant, report, OwnJvm.await(process, limit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Student.without(entrant.name(), State.FAILED, "");
    }
  }

  private Student student(Entrant entrant, Path report, boolean ended) {
    Optional<Results> results = ResultsFile.read(report);
    Path refused = report.resolve(OneProject.REFUSED);
    if (!ended) {
      return Student.without(entrant.name(), State.TIMED_OUT, "").with(results);
    } else if (Files.exists(refused)) {
      return Student.without(entrant.name(), State.REFUSED, end(refused)).with(results);
    } else {
      return results
          .map(one -> Student.examined(entrant.name(), one))
          .orElseGet(
              () -> Student.without(entrant.name(), State.FAILED, end(report.resolve(OUTPUT))));
    }
  }

  /** What a file says last; empty if it says nothing. */
  private static String end(Path file) {
    try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
      long size = bytes.size();
      ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, END_OF_OUTPUT));
      bytes.position(size - end.capacity());
      bytes.read(end);
      return new String(end.array(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

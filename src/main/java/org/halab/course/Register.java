package org.halab.course;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.halab.grade.written.ResultsFile;
import org.halab.grade.written.Student;
import org.halab.grade.written.Student.State;
import org.halab.stack.Tree;

/**
 * What is known of the projects of a class, kept on disk from one run to the next: each has a
 * directory, with a note of the files and of the lab that its results come from.
 */
final class Register {
  private static final String NOTE = "student.json";
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path directory;

  /**
   * @param directory of the class
   */
  Register(Path directory) {
    this.directory = directory;
  }

  /**
   * The whole result of an earlier examination; empty if there is none, or if it was of other files
   * or by another lab.
   */
  Optional<Student> known(Entrant entrant, String fingerprint) {
    Path own = directory.resolve(entrant.directory());
    Path note = own.resolve(NOTE);
    if (!Files.isRegularFile(note)) {
      return Optional.empty();
    }
    try {
      JsonNode root = MAPPER.readTree(note.toFile());
      boolean same =
          root.path("version").asInt() == VERSION
              && root.path("name").asText().equals(entrant.name())
              && root.path("state").asText().equals(State.EXAMINED.name())
              && root.path("fingerprint").asText().equals(fingerprint);
      return same
          ? ResultsFile.read(own).map(results -> Student.examined(entrant.name(), results))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Makes room for another examination. */
  void clear(Entrant entrant) {
    Path own = directory.resolve(entrant.directory());
    Tree.remove(own);
    try {
      Files.createDirectories(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes down how an examination ended. */
  void keep(Entrant entrant, Student student, String fingerprint) {
    Path own = directory.resolve(entrant.directory());
    try {
      Files.createDirectories(own);
      MAPPER
          .writerWithDefaultPrettyPrinter()
          .writeValue(
              own.resolve(NOTE).toFile(),
              MAPPER
                  .createObjectNode()
                  .put("version", VERSION)
                  .put("name", entrant.name())
                  .put("state", student.state().name())
                  .put("said", student.said())
                  .put("fingerprint", fingerprint));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

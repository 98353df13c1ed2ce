package org.halab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.grade.Points;
import org.halab.grade.Verdicts;
import org.halab.grade.written.Results;
import org.halab.grade.written.ResultsFile;
import org.halab.grade.written.Student;
import org.halab.grade.written.Student.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {
  @TempDir Path directory;

  private final Entrant anna = new Entrant("Anna", Path.of("anna"), "anna");

  @Test
  void aWholeResultOfTheSameFilesIsKnown() {
    Results results = results();
    examined(Student.examined("Anna", results));

    assertThat(register().known(anna, "abc")).contains(Student.examined("Anna", results));
    assertThat(register().known(anna, "other files")).isEmpty();
    assertThat(register().known(new Entrant("Anne", Path.of("anna"), "anna"), "abc")).isEmpty();
  }

  @Test
  void whoseExaminationDidNotEndIsNot() {
    for (State state : List.of(State.TIMED_OUT, State.FAILED, State.REFUSED)) {
      examined(Student.without("Anna", state, "").with(Optional.of(results())));
      assertThat(register().known(anna, "abc")).as("%s", state).isEmpty();
    }
  }

  @Test
  void whoseResultsAreGoneIsNot() throws IOException {
    Path written = examined(Student.examined("Anna", results()));
    Files.delete(written);
    assertThat(register().known(anna, "abc")).isEmpty();

    examined(Student.examined("Anna", results()));
    Files.writeString(directory.resolve("anna/student.json"), "{");
    assertThat(register().known(anna, "abc")).isEmpty();
  }

  @Test
  void whoIsExaminedAgainHasNothingOfBefore() throws IOException {
    Path written = examined(Student.examined("Anna", results()));
    Files.createDirectories(directory.resolve("anna/logs/halab-1"));
    register().clear(anna);

    assertThat(written).doesNotExist();
    assertThat(directory.resolve("anna")).isEmptyDirectory();
  }

  private Path examined(Student student) {
    register().keep(anna, student, "abc");
    return ResultsFile.write(directory.resolve("anna"), student.results().orElseThrow());
  }

  private Register register() {
    return new Register(directory);
  }

  private static Results results() {
    Verdicts verdicts = Verdicts.of(List.of(), Map.of());
    return new Results("anna", verdicts, Points.read(Points.PROPOSAL).grade(verdicts.items()));
  }
}

package org.halab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.halab.grade.Points;
import org.halab.grade.Verdicts;
import org.halab.grade.written.Results;
import org.halab.grade.written.ResultsFile;
import org.halab.grade.written.Student;
import org.halab.grade.written.Student.State;
import org.halab.options.Outputs;
import org.halab.stack.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that end in several ways; none of them is an examination. */
class ExaminerTest {
  private static final String PLACE = "examiner-test/anna";

  @TempDir Path project;

  /** Finds something, and its project is the one that was named. */
  static final class Finds {
    public static void main(String[] arguments) {
      Verdicts verdicts = Verdicts.of(List.of(), Map.of());
      ResultsFile.write(
          Outputs.REPORT,
          new Results(
              System.getProperty("lab.project"),
              verdicts,
              Points.read(Points.PROPOSAL).grade(verdicts.items())));
    }
  }

  static final class Breaks {
    public static void main(String[] arguments) {
      System.out.println("x".repeat(10_000));
      throw new IllegalStateException("out of order");
    }
  }

  static final class Refuses {
    public static void main(String[] arguments) throws IOException {
      Files.createDirectories(Outputs.REPORT);
      Files.writeString(Outputs.REPORT.resolve(OneProject.REFUSED), "no Compose file\n");
    }
  }

  static final class Hangs {
    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("begun");
      new CountDownLatch(1).await();
    }
  }

  @BeforeEach
  @AfterEach
  void nothingIsThere() throws IOException {
    Tree.remove(Outputs.REPORT.resolve(PLACE).getParent());
    Tree.remove(Outputs.CLUSTERS.resolve(PLACE).getParent());
    Files.createDirectories(Outputs.REPORT.resolve(PLACE));
  }

  @Test
  void whatItFoundIsTheStudents() {
    Student student = examined(Finds.class, Duration.ofMinutes(1));

    assertThat(student.state()).isEqualTo(State.EXAMINED);
    assertThat(student.name()).isEqualTo("Anna");
    assertThat(student.results().orElseThrow().project()).isEqualTo(project.toString());
  }

  @Test
  void whatBreaksOffSaysWhatItSaidLast() {
    Student student = examined(Breaks.class, Duration.ofMinutes(1));

    assertThat(student.state()).isEqualTo(State.FAILED);
    assertThat(student.results()).isEmpty();
    assertThat(student.said()).contains("out of order").hasSizeLessThan(5000);
  }

  @Test
  void whatIsRefusedSaysWhy() {
    Student student = examined(Refuses.class, Duration.ofMinutes(1));

    assertThat(student.state()).isEqualTo(State.REFUSED);
    assertThat(student.said()).isEqualTo("no Compose file");
  }

  @Test
  void whatHangsIsEnded() {
    Student student = examined(Hangs.class, Duration.ofSeconds(3));

    assertThat(student.state()).isEqualTo(State.TIMED_OUT);
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
  }

  private Student examined(Class<?> main, Duration limit) {
    return new Examiner(main, Map.of(), limit).examine(new Entrant("Anna", project, "anna"), PLACE);
  }
}

package org.halab.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.deploy.Projects;
import org.halab.domain.LabException;
import org.halab.engine.Engine;
import org.halab.engine.EngineSetup;
import org.halab.grade.written.Student;
import org.halab.grade.written.Student.State;
import org.halab.message.Message;
import org.halab.options.Option;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.record.Progress;
import org.halab.selection.ClustersSideBySide;
import org.halab.selection.Request;

/** {@code mvn test -Dlab.projects=DIR}: examines a class; see the README and pom.xml. */
public final class Course {
  private static final Path DOCKER = Path.of("docker").toAbsolutePath();

  /** What selects scenarios has no meaning for a class: its projects are examined as a whole. */
  private static final List<String> SELECTIONS =
      List.of(
          Option.PROJECT.property(),
          Option.WALK.property(),
          "groups",
          "cucumber.features",
          "cucumber.filter.name");

  private Course() {}

  /**
   * Ends with 0 if there is a verdict on every project, whatever it is; with 1 if nothing was
   * started, or if an examination broke off or was given up.
   */
  public static void main(String[] arguments) {
    int status;
    try {
      ClassRun run = asked();
      status = over(carriedOut(run, Options.ofThisRun()), run.directory());
    } catch (LabException e) {
      Progress.say(e.getMessage());
      status = 1;
    }
    // Not by returning: threads of libraries would keep Maven waiting.
    System.exit(status);
  }

  /** In the manner that the properties ask for. */
  static List<Student> carriedOut(ClassRun run, Options options) {
    return run.carryOut(
        Course::engine,
        options.examinedAgain(),
        options.clusters().orElseGet(ClustersSideBySide::ofThisMachine));
  }

  private static ClassRun asked() {
    try {
      Options options = Request.options();
      SELECTIONS.stream()
          .filter(name -> System.getProperty(name) != null)
          .findFirst()
          .ifPresent(
              name -> {
                throw new LabException(
                    Message.of("course.both")
                        .with("property", Option.PROJECTS.property())
                        .with("other", name));
              });
      return ClassRun.of("class", options.projects().orElseThrow());
    } catch (LabException e) {
      throw new LabException(Message.of("course.nothingStarted").with("complaint", e.getMessage()));
    }
  }

  /** Ready for all: what each would set up or build for itself is there when the first begins. */
  public static Engine engine() {
    Engine engine = new EngineSetup(DOCKER, Progress::say).ensure();
    Projects own = new Projects(engine, DOCKER, Outputs.CLUSTERS, Progress::say);
    own.prepare(own.stacks().own());
    return engine;
  }

  private static int over(List<Student> students, Path directory) {
    Map<State, Long> states =
        students.stream()
            .collect(Collectors.groupingBy(Student::state, TreeMap::new, Collectors.counting()));
    Progress.say(
        Message.of("course.over")
            .with("students", students.size())
            .with(
                "states",
                states.entrySet().stream()
                    .map(
                        one ->
                            Message.of("course.state")
                                .with("state", Message.of("grade.state", one.getKey()))
                                .with("number", one.getValue()))
                    .toList())
            .with("table", directory.resolve("class.html")));
    return Stream.of(State.AWAITED, State.FAILED, State.TIMED_OUT).anyMatch(states::containsKey)
        ? 1
        : 0;
  }
}

package org.halab.course;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.halab.engine.Engine;
import org.halab.engine.Leftovers;
import org.halab.engine.OwnJvm;
import org.halab.grade.Points;
import org.halab.grade.written.ClassTable;
import org.halab.grade.written.Results;
import org.halab.grade.written.Student;
import org.halab.grade.written.Student.State;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Option;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.record.Progress;
import org.halab.selection.Edition;

/**
 * Examines the projects of a class, several side by side. The table is written anew after each of
 * them, and who has a result of the same files by the same lab is not examined again.
 */
public final class ClassRun {
  private static final String REPORT = "index.html";

  private final String place;
  private final List<Entrant> entrants;
  private final Options options = Options.ofThisRun();
  private final Points points = Points.read(options.points());
  private final Register register;
  private final Map<Entrant, Student> students = new LinkedHashMap<>();

  private ClassRun(String place, List<Entrant> entrants) {
    this.place = place;
    this.entrants = entrants;
    this.register = new Register(directory());
    for (Entrant one : entrants) {
      students.put(one, Student.without(one.name(), State.AWAITED, ""));
    }
  }

  /**
   * @param place of the results, a directory below the report's
   * @param projects a directory with a project in each of its directories, or a list of directories
   * @throws org.halab.domain.LabException if there is none, if one of those listed is not there, or
   *     if there are no points to be given
   */
  public static ClassRun of(String place, Path projects) {
    return new ClassRun(place, Roster.at(projects));
  }

  /** Where the table is, and a directory for each project. */
  public Path directory() {
    return Outputs.REPORT.resolve(place);
  }

  /**
   * Examines all who have no result yet.
   *
   * @param engine asked for if there is anybody to be examined
   * @param again whether those who have a result are examined, too
   * @param clusters how many there may be at once, of all projects together
   * @return in the order of the class
   */
  public List<Student> carryOut(Supplier<Engine> engine, boolean again, int clusters) {
    String lab = fingerprint();
    Map<Entrant, String> left = new LinkedHashMap<>();
    for (Entrant one : entrants) {
      String fingerprint = fingerprint(one, lab);
      Optional<Student> known =
          again || fingerprint.isEmpty()
              ? Optional.empty()
              : register.known(one, fingerprint).map(this::graded);
      known.ifPresentOrElse(
          student -> students.put(one, student), () -> left.put(one, fingerprint));
    }
    if (left.size() < entrants.size()) {
      Progress.say(
          Message.of("course.kept")
              .with("kept", entrants.size() - left.size())
              .with("property", Option.PROJECTS_AGAIN.property()));
    }
    writeTable();
    if (!left.isEmpty()) {
      examine(left, new Leftovers(engine.get()), SideBySide.of(clusters, left.size()));
    }
    return students();
  }

  /** The points may have changed since. */
  private Student graded(Student student) {
    return student.with(
        student
            .results()
            .map(
                old ->
                    new Results(
                        old.project(), old.verdicts(), points.grade(old.verdicts().items()))));
  }

  /** Empty if the files cannot be read, which their examination will say. */
  private static String fingerprint(Entrant one, String lab) {
    try {
      return Fingerprint.of(List.of(one.project()), lab);
    } catch (UncheckedIOException e) {
      return "";
    }
  }

  /** Of this program and of what it is asked for: another one may find something else. */
  private String fingerprint() {
    List<Path> own =
        new ArrayList<>(OwnJvm.classPath().stream().filter(Files::isDirectory).toList());
    own.addAll(Edition.features());
    own.add(Path.of("docker"));
    return Fingerprint.of(own, options.language(), options.stack());
  }

  private void examine(Map<Entrant, String> left, Leftovers leftovers, SideBySide sideBySide) {
    clear(leftovers);
    Examiner examiner =
        new Examiner(OneProject.class, properties(sideBySide), options.projectLimit());
    ExecutorService threads = Executors.newFixedThreadPool(sideBySide.projects());
    left.forEach(
        (one, fingerprint) ->
            threads.execute(() -> examine(examiner, one, fingerprint, leftovers)));
    threads.shutdown();
    try {
      threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** What goes wrong with one is told in its row, and concerns no other. */
  private void examine(Examiner examiner, Entrant one, String fingerprint, Leftovers leftovers) {
    Progress.say(Message.of("course.begins").with("project", one.directory()));
    long begin = System.nanoTime();
    Student student;
    try {
      register.clear(one);
      student = examiner.examine(one, place + "/" + one.directory());
      register.keep(one, student, fingerprint);
    } catch (RuntimeException e) {
      student = Student.without(one.name(), State.FAILED, e.toString());
    }
    if (student.state() == State.TIMED_OUT || student.state() == State.FAILED) {
      clear(leftovers);
    }
    ended(one, student);
    Progress.say(
        Message.of("course.ended")
            .with("project", one.directory())
            .with("told", told(student))
            .with("time", since(begin)));
  }

  private static Message told(Student student) {
    Message state = Message.of("grade.state", student.state());
    return student
        .results()
        .map(
            all ->
                Message.of("course.graded")
                    .with("state", state)
                    .with("earned", all.grade().earned())
                    .with("full", all.grade().full()))
        .orElse(state);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** What cannot be removed now is removed by whoever clears next. */
  private synchronized void clear(Leftovers leftovers) {
    try {
      leftovers.clear().forEach(run -> Progress.say(Message.of("course.removed").with("run", run)));
    } catch (RuntimeException e) {
      Progress.say(Message.of("course.notRemoved").with("reason", e));
    }
  }

  private synchronized void ended(Entrant one, Student student) {
    students.put(one, student);
    writeTable();
  }

  private synchronized List<Student> students() {
    return new ArrayList<>(students.values());
  }

  private synchronized void writeTable() {
    List<Student> all =
        students.entrySet().stream().map(one -> reported(one.getKey(), one.getValue())).toList();
    new ClassTable(all, Language.chosen()).write(directory());
  }

  private Student reported(Entrant one, Student student) {
    return Files.exists(directory().resolve(one.directory()).resolve(REPORT))
        ? student.reportedAt(one.directory() + "/" + REPORT)
        : student;
  }

  private Map<String, String> properties(SideBySide sideBySide) {
    return Map.of(
        Option.CLUSTERS.property(), String.valueOf(sideBySide.clusters()),
        Option.LANGUAGE.property(), options.language(),
        Option.STACK.property(), options.stack(),
        Option.POINTS.property(), options.points().toString(),
        Option.SETUP.property(), options.setup());
  }
}

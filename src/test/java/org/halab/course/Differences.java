package org.halab.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.halab.domain.LabException;
import org.halab.grade.written.Student;
import org.halab.options.Options;
import org.halab.reading.Difference;
import org.halab.stack.Tree;

/**
 * Carries the projects that differ out for real and compares the verdicts with those written down
 * before. The README names the command. It goes on where it was cut off, as a class does.
 */
public final class Differences {
  private static final Path PROJECTS = Path.of("target", "differences");

  private Differences() {}

  /**
   * Ends with 0 if every verdict is as expected.
   *
   * @param names of the differences; all if there are none
   */
  public static void main(String[] names) throws IOException {
    int status;
    try {
      List<Difference> chosen = chosen(Set.of(names));
      write(chosen);
      ClassRun run = ClassRun.of("differences", PROJECTS);
      List<Student> students = Course.carriedOut(run, Options.ofThisRun());
      Comparison comparison = new Comparison(chosen, students);
      System.out.println(comparison.text());
      Files.writeString(run.directory().resolve("comparison.txt"), comparison.text());
      Files.writeString(run.directory().resolve("comparison.csv"), comparison.csv());
      status = comparison.equal() ? 0 : 1;
    } catch (LabException e) {
      System.err.println(e.getMessage());
      status = 2;
    }
    System.exit(status);
  }

  private static List<Difference> chosen(Set<String> names) throws IOException {
    List<Difference> all = Difference.all();
    List<String> known = all.stream().map(Difference::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        System.err.println("There is no difference " + name + ". There are " + known);
        System.exit(2);
      }
    }
    return names.isEmpty() ? all : all.stream().filter(one -> names.contains(one.name())).toList();
  }

  private static void write(List<Difference> differences) throws IOException {
    Tree.removeWhole(PROJECTS);
    for (Difference one : differences) {
      one.carryOut(Files.createDirectories(PROJECTS.resolve(one.name())));
    }
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halab.course.ClassRun;
import org.halab.course.Course;
import org.halab.domain.Table;
import org.halab.grade.written.ClassTable;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Outputs;
import org.halab.scenario.World;
import org.halab.stack.Tree;

/** The projects of several people, and what becomes of them. */
public final class ClassSteps {
  private static final Path PRINTED = Path.of("docker");
  private static final String PLACE = "tried-class";

  /** As many as a feature has: this one runs beside others. */
  private static final int CLUSTERS = 1;

  private final World world;
  private final Path projects = Outputs.CLUSTERS.resolve(PLACE + "-projects");
  private List<List<String>> table = List.of();

  public ClassSteps(World world) {
    this.world = world;
  }

  @Given("a class, each with the guide's files but for one thing:")
  public void projects(List<Map<String, String>> students) throws IOException {
    for (Map<String, String> student : students) {
      Path project = projects.resolve(student.get("student"));
      Tree.copy(PRINTED, project);
      Path file = project.resolve(student.get("file"));
      String printed = Files.readString(file);
      assertThat(printed).contains(student.get("instead of"));
      Files.writeString(
          file, printed.replace(student.get("instead of"), student.get("is written")));
    }
  }

  @When("the class is examined")
  public void examined() {
    ClassRun run = ClassRun.of(PLACE, projects);
    table =
        new ClassTable(run.carryOut(Course::engine, true, CLUSTERS), Language.ENGLISH)
            .rows().stream().map(row -> row.stream().map(String::valueOf).toList()).toList();
    world
        .evidence()
        .show(
            Message.of("steps.classTable"),
            new Table(table.get(0), new ArrayList<>(table.subList(1, table.size()))));
    assertThat(run.directory().resolve("class.html")).isNotEmptyFile();
  }

  @Then("its table says:")
  public void tableSays(List<Map<String, String>> expected) {
    assertThat(table).hasSize(expected.size() + 1);
    for (Map<String, String> row : expected) {
      row.forEach(
          (column, said) ->
              assertThat(cell(row.get("student"), column))
                  .as("%s of %s", column, row.get("student"))
                  .isEqualTo(said == null ? "" : said));
    }
  }

  @And("it says of {string} why not: {string}")
  public void saysWhy(String student, String said) {
    assertThat(cell(student, "why not")).contains(said);
  }

  /** Columns are found whatever their first letter is. */
  private String cell(String student, String column) {
    List<String> head = table.get(0).stream().map(ClassSteps::small).toList();
    assertThat(head).contains(small(column));
    return table.stream()
        .filter(row -> row.get(0).equals(student))
        .findFirst()
        .orElseThrow(() -> new AssertionError(student + " is not in " + table))
        .get(head.indexOf(small(column)));
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}

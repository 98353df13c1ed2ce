package org.halab.grade.written;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.halab.finding.Item;
import org.halab.message.Language;
import org.halab.message.Message;

/** A class: each student's items and points, and the mistakes by how often they were made. */
public final class ClassTable {
  private final List<Student> students;
  private final Language language;

  /**
   * @param students in the order of the table
   */
  public ClassTable(List<Student> students, Language language) {
    this.students = List.copyOf(students);
    this.language = language;
  }

  /**
   * Writes {@code class.html}, and {@code class.csv} and {@code mistakes.csv} for spreadsheets.
   *
   * @param directory is made if it is not there; files of these names are replaced
   * @return the files
   */
  public List<Path> write(Path directory) {
    return List.of(
        TextFile.write(directory.resolve("class.html"), new ClassPage(students, language).html()),
        TextFile.write(directory.resolve("class.csv"), Csv.of(rows())),
        TextFile.write(directory.resolve("mistakes.csv"), Csv.of(mistakes())));
  }

  /** What {@code class.csv} has, the columns' names first. */
  public List<List<?>> rows() {
    List<List<?>> rows = new ArrayList<>();
    List<Object> head =
        new ArrayList<>(
            Stream.of(
                    Message.of("grade.table.student"),
                    Message.of("grade.table.state"),
                    Message.of("grade.table.points"),
                    Message.of("grade.table.full"))
                .map(this::say)
                .toList());
    head.addAll(List.of(Item.values()));
    head.add(say(Message.of("grade.table.said")));
    rows.add(head);
    students.forEach(student -> rows.add(row(student)));
    return rows;
  }

  private List<?> row(Student student) {
    List<Object> cells = new ArrayList<>();
    cells.add(student.name());
    cells.add(say(Message.of("grade.state", student.state())));
    student
        .results()
        .ifPresent(
            results -> {
              cells.add(results.grade().earned());
              cells.add(results.grade().full());
              results
                  .verdicts()
                  .items()
                  .forEach(one -> cells.add(say(Message.of("grade.outcome", one.outcome()))));
            });
    while (cells.size() < Item.values().length + 4) {
      cells.add("");
    }
    cells.add(student.said());
    return cells;
  }

  private List<List<?>> mistakes() {
    List<List<?>> rows = new ArrayList<>();
    rows.add(
        Stream.of(
                Message.of("grade.table.students"),
                Message.of("grade.table.code"),
                Message.of("grade.table.severity"),
                Message.of("grade.table.items"),
                Message.of("grade.table.example"))
            .map(this::say)
            .toList());
    for (Frequency one : Frequency.in(students)) {
      rows.add(
          List.of(
              one.students(),
              one.code(),
              say(Message.of("grade.severity", one.severity())),
              ClassPage.items(one),
              say(one.example().seen())));
    }
    return rows;
  }

  private String say(Message message) {
    return message.in(language);
  }
}

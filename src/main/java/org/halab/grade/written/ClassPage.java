package org.halab.grade.written;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.grade.Verdicts;
import org.halab.message.Language;
import org.halab.message.Message;

/** The table of a class as a page that needs no network and runs no script. */
final class ClassPage {
  private static final int NAME = 100;

  private static final List<Map<String, String>> NO_CELLS =
      Collections.nCopies(Item.values().length, Map.of("kind", "none", "sign", "", "word", ""));

  private final List<Student> students;
  private final Language language;

  ClassPage(List<Student> students, Language language) {
    this.students = students;
    this.language = language;
  }

  /** Which items a mistake bore on, as {@code G3.1 G3.4}. */
  static String items(Frequency mistake) {
    return mistake.items().stream().sorted().map(Item::toString).collect(Collectors.joining(" "));
  }

  String html() {
    List<Frequency> mistakes = Frequency.in(students);
    return Mustache.compiler()
        .compile(template())
        .execute(
            Map.of(
                "language", language.tag(),
                "words", words(),
                "items", Stream.of(Item.values()).map(this::column).toList(),
                "students", students.stream().map(this::row).toList(),
                "legend", Stream.of(ItemVerdict.Outcome.values()).map(this::cell).toList(),
                "anyMistakes", !mistakes.isEmpty(),
                "mistakes", mistakes.stream().map(this::row).toList()));
  }

  private Map<String, String> words() {
    return Map.of(
        "title", say(Message.of("grade.table.title").with("students", students.size())),
        "student", say(Message.of("grade.table.student")),
        "state", say(Message.of("grade.table.state")),
        "points", say(Message.of("grade.table.points")),
        "mistakes", say(Message.of("grade.table.mistakes")),
        "students", say(Message.of("grade.table.students")),
        "code", say(Message.of("grade.table.code")),
        "severity", say(Message.of("grade.table.severity")),
        "items", say(Message.of("grade.table.items")),
        "example", say(Message.of("grade.table.example")));
  }

  private Map<String, String> column(Item item) {
    return Map.of("id", item.toString(), "title", say(Message.of("grade.item", item)));
  }

  private Map<String, Object> row(Student student) {
    return Map.of(
        "name", PlainText.line(student.name(), NAME),
        "report", student.report().stream().toList(),
        "noReport", student.report().isEmpty(),
        "state", say(Message.of("grade.state", student.state())),
        "said",
            Stream.of(PlainText.line(student.said(), Told.LONGEST))
                .filter(said -> !said.isEmpty())
                .toList(),
        "points",
            student
                .results()
                .map(one -> one.grade().earned() + " / " + one.grade().full())
                .orElse(""),
        "cells", student.results().map(one -> cells(one.verdicts())).orElse(NO_CELLS));
  }

  private List<Map<String, String>> cells(Verdicts verdicts) {
    return verdicts.items().stream().map(this::cell).toList();
  }

  private Map<String, String> cell(ItemVerdict verdict) {
    return cell(verdict.outcome());
  }

  private Map<String, String> cell(ItemVerdict.Outcome outcome) {
    return Map.of(
        "kind", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "sign",
            switch (outcome) {
              case WORKS -> "✓";
              case PARTLY -> "◐";
              case FAILS -> "✗";
              case NOT_TRIED -> "–";
              case READ_ONLY -> "○";
            },
        "word", say(Message.of("grade.outcome", outcome)));
  }

  private Map<String, Object> row(Frequency mistake) {
    return Map.of(
        "students", mistake.students(),
        "code", mistake.code(),
        "severity", say(Message.of("grade.severity", mistake.severity())),
        "items", items(mistake),
        "example", say(mistake.example().seen()));
  }

  private String say(Message message) {
    return PlainText.line(message.in(language), Told.LONGEST);
  }

  private static String template() {
    try (InputStream file = ClassPage.class.getResourceAsStream("class.html.mustache")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

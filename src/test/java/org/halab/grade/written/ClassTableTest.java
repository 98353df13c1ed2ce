package org.halab.grade.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.grade.Findings;
import org.halab.grade.Verdicts;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassTableTest {
  @TempDir Path directory;

  private final Student good = Student.examined("Anna", Hostile.good());
  private final Student hostile =
      Student.examined("=HYPERLINK(\"http://example.org\")<b>\u202E", Hostile.results());
  private final Student late = Student.without("Late", Student.State.TIMED_OUT, "");
  private final Student broken =
      Student.without("Broken", Student.State.FAILED, "=1+1 <b>it stopped</b>");

  @Test
  void eachStudentHasARowWithPointsAndItems() throws IOException {
    List<CSVRecord> rows = csv("class.csv", Language.ENGLISH, good, hostile, late, broken);
    assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row.size()).isEqualTo(22));
    assertThat(rows.get(0).toList()).startsWith("Student", "Examination", "Points", "of", "G1.1");
    assertThat(rows.get(1).toList()).startsWith("Anna", "examined", "100", "100", "works");
    assertThat(rows.get(2).get(4 + Item.LED_TO_LEADER.ordinal())).isEqualTo("does not work");
    assertThat(rows.get(3).toList()).startsWith("Late", "the time ran out", "", "", "");
    assertThat(rows.get(4).get(1)).isEqualTo("the examination broke off");
    assertThat(rows.get(4).get(21)).isEqualTo("'=1+1 <b>it stopped</b>");
  }

  @Test
  void noCellIsAFormulaAndOrdinaryNamesStay() throws IOException {
    for (String file : List.of("class.csv", "mistakes.csv")) {
      for (CSVRecord row : csv(file, Language.RUSSIAN, good, hostile)) {
        assertThat(row.toList()).noneMatch(cell -> cell.matches("(?s)[=+\\-@|%\\t\\r].*"));
      }
    }
    assertThat(csv("class.csv", Language.ENGLISH, hostile).get(1).get(0))
        .isEqualTo("'=HYPERLINK(\"http://example.org\")<b>");
    assertThat(Csv.of(List.of(List.of("-1", "a-b", "", 5)))).isEqualTo("\uFEFF'-1,a-b,,5\r\n");
  }

  @Test
  void mistakesAreCountedOnceAProjectTheMostFrequentFirst() throws IOException {
    Student twice =
        Student.examined(
            "twice",
            Hostile.graded(
                "twice",
                Verdicts.of(
                    List.of(
                        Findings.read("no-volume", Severity.MISTAKE, Item.COMPOSE_FILE),
                        Findings.read("no-volume", Severity.RISK, Item.NODE_FILES),
                        Findings.read("another-port", Severity.HARMLESS, Item.COMPOSE_FILE)),
                    Map.of())));
    List<CSVRecord> rows = csv("mistakes.csv", Language.ENGLISH, good, hostile, twice, late);
    assertThat(rows).extracting(row -> row.get(1)).doesNotContain("another-port");
    assertThat(rows.get(1).toList()).startsWith("2", "no-volume", "mistake", "G1.2 G1.3");
    assertThat(rows.get(2).toList()).startsWith("1", "no-leader");
    assertThat(csv("mistakes.csv", Language.ENGLISH, good)).hasSize(1);
  }

  @Test
  void thePageShowsTheSameAndNothingOfAStrangersIsMarkup() throws IOException {
    String page = page(Language.ENGLISH, good, hostile, late);
    assertThat(page)
        .contains("<html lang=\"en\">", "Anna", "100 / 100", "class=\"cell fails\"", "no-volume")
        .contains("default-src 'none'")
        .doesNotContain("<script", "<b>\u202E", "\u202E", "{{");
    assertThat(page.split("<tr>")).hasSize(1 + 1 + 3 + 1 + 3);
    assertThat(page(Language.ENGLISH, good)).doesNotContain("Mistakes and risks", "<small>");
    assertThat(page(Language.ENGLISH, good)).contains("scope=\"row\">Anna</th>");
    assertThat(page(Language.ENGLISH, good.reportedAt("anna/index.html")))
        .contains("<a href=\"anna/index.html\">Anna</a>");
    assertThat(page(Language.ENGLISH, broken)).contains("&lt;b&gt;it stopped&lt;/b&gt;</small>");
    assertThat(page(Language.RUSSIAN, hostile)).contains("Ошибки и риски", "не работает");
  }

  private List<CSVRecord> csv(String file, Language language, Student... students)
      throws IOException {
    new ClassTable(List.of(students), language).write(directory);
    String text = Files.readString(directory.resolve(file));
    assertThat(text).startsWith("\uFEFF");
    try (CSVParser parser = CSVParser.parse(text.substring(1), CSVFormat.RFC4180)) {
      return parser.getRecords();
    }
  }

  private String page(Language language, Student... students) throws IOException {
    new ClassTable(List.of(students), language).write(directory);
    return Files.readString(directory.resolve("class.html"));
  }
}

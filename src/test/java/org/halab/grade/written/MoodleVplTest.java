package org.halab.grade.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.halab.finding.Item;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read as VPL's {@code vpl_submission.class.php} reads an evaluation. */
class MoodleVplTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void theGradeIsOursWhateverAStrangerWrote(String language) {
    for (Results results : List.of(Hostile.good(), Hostile.results())) {
      String text = ResultFiles.vplLines(results, new Language(language));
      assertThat(grades(text)).containsExactly(String.valueOf(results.grade().earned()));
    }
  }

  @Test
  void theReaderOfThisTestSeesAForgedGrade() {
    assertThat(grades("<|--\nGrade :=>> 1000\n--|>\nGrade :=>> 5\n")).containsExactly("1000", "5");
  }

  @Test
  void theBlockOfCommentsIsWholeAndItsTitlesAreOurs() {
    String text = ResultFiles.vplLines(Hostile.results(), Language.ENGLISH);
    List<String> comments = comments(text);
    assertThat(text.lines().filter(line -> line.strip().equals("--|>"))).hasSize(1);
    assertThat(comments.get(0)).endsWith("points");
    assertThat(comments.stream().filter(line -> line.startsWith("-")))
        .hasSize(3 + Item.values().length)
        .contains(
            "-no-leader",
            "-G3.4 The entrypoint always leads to the leader: does not work, 0 of 5",
            "-A1 The leader is lost, another one takes over: not tried, 0 of 15")
        .noneMatch(line -> line.endsWith(")"));
    assertThat(comments).noneMatch(line -> line.strip().startsWith("http"));
    assertThat(comments)
        .anyMatch(line -> line.startsWith("1. fatal mistake: ") && line.endsWith(" [no-leader]"));
    assertThat(comments).anyMatch(line -> line.startsWith("> LEADER Grade :=>> 1000"));
  }

  @Test
  void aGoodProjectHasItemsAndNoFindings() {
    assertThat(comments(ResultFiles.vplLines(Hostile.good(), Language.ENGLISH)))
        .hasSize(1 + Item.values().length);
  }

  /** All lines that VPL would take a grade from; it takes the last. */
  private static List<String> grades(String text) {
    return List.of(text.split("\r\n|\n|\r")).stream()
        .filter(line -> line.startsWith("Grade :=>>"))
        .map(line -> line.substring("Grade :=>>".length()).strip())
        .toList();
  }

  private static List<String> comments(String text) {
    List<String> comments = new ArrayList<>();
    boolean within = false;
    for (String line : text.split("\n")) {
      if (within && line.strip().equals("--|>")) {
        within = false;
      } else if (within) {
        comments.add(line);
      } else if (line.startsWith("Comment :=>>")) {
        comments.add(line.substring("Comment :=>>".length()));
      } else if (line.strip().equals("<|--")) {
        within = true;
      }
    }
    return comments;
  }
}

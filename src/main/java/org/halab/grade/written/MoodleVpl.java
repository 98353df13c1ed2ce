package org.halab.grade.written;

import java.util.ArrayList;
import java.util.List;
import org.halab.finding.Finding;
import org.halab.grade.Grade.ItemGrade;

/**
 * The lines that Moodle's Virtual Programming Lab takes from an evaluation: a comment, a block of
 * comments with titles ({@code -}) and quotations ({@code >}), and the grade. VPL takes the last
 * line that begins with the grade's mark, inside a block too, so every line here begins with a
 * mark, a number or a word of our own, and the grade is the last one. A title must not end in
 * brackets: VPL would read a deduction in them.
 *
 * @see <a
 *     href="https://github.com/jcrodriguez-dis/moodle-mod_vpl/blob/master/vpl_submission.class.php">
 *     proposedgrade, proposedcomment and result_to_html</a>
 */
final class MoodleVpl implements ResultForm {
  @Override
  public String file() {
    return "vpl.txt";
  }

  @Override
  public String text(Told told) {
    List<String> lines = new ArrayList<>();
    lines.add("Comment :=>> " + told.summary());
    lines.add("<|--");
    told.findings().forEach(finding -> lines.addAll(finding(told, finding)));
    if (told.untold() > 0) {
      lines.add("-" + told.more(told.untold()));
    }
    told.results().grade().items().forEach(grade -> lines.addAll(item(told, grade)));
    lines.add("--|>");
    lines.add("Grade :=>> " + told.results().grade().earned());
    return String.join("\n", lines) + "\n";
  }

  /** The code is the title, as it comes from no stranger. */
  private static List<String> finding(Told told, Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add("-" + PlainText.line(finding.code(), Told.LONGEST));
    lines.add(told.head(finding));
    lines.addAll(told.advice(finding));
    told.evidence(finding).forEach(line -> lines.add("> " + line));
    return lines;
  }

  private static List<String> item(Told told, ItemGrade grade) {
    List<String> lines = new ArrayList<>();
    lines.add("-" + told.item(grade));
    lines.addAll(told.references(grade.verdict()));
    return lines;
  }
}

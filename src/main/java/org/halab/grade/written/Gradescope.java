package org.halab.grade.written;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.grade.Grade.ItemGrade;

/**
 * Gradescope's {@code results.json}: all findings above, a test case for each item below. Every
 * text is given as plain text, so that nothing in it is markup.
 *
 * @see <a href="https://gradescope-autograders.readthedocs.io/en/latest/specs/">Autograder
 *     Specifications, output format</a>
 */
final class Gradescope implements ResultForm {
  @Override
  public String file() {
    return "results.json";
  }

  @Override
  public String text(Told told) {
    ObjectNode result =
        Json.object()
            .put("score", told.results().grade().earned())
            .put("output", told.summary() + "\n" + String.join("\n", told.whole()))
            .put("output_format", "text")
            .put("test_output_format", "text")
            .put("test_name_format", "text")
            .put("visibility", "visible");
    ArrayNode tests = result.putArray("tests");
    told.results().grade().items().forEach(grade -> tests.add(test(told, grade)));
    return Json.text(result);
  }

  private static ObjectNode test(Told told, ItemGrade grade) {
    ItemVerdict verdict = grade.verdict();
    boolean passed = verdict.outcome() != Outcome.FAILS && verdict.outcome() != Outcome.NOT_TRIED;
    String outcome = told.outcome(verdict);
    return Json.object()
        .put("score", grade.earned())
        .put("max_score", grade.most())
        .put("status", passed ? "passed" : "failed")
        .put("name", told.title(verdict.item()))
        .put("number", verdict.item().toString())
        .put("output", outcome + "\n" + String.join("\n", told.references(verdict)));
  }
}

package org.halab.grade.written;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.grade.Grade.ItemGrade;

/**
 * Classroom 50's {@code result.json}: a test for each item, whole points.
 *
 * @see <a
 *     href="https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json">
 *     its schema</a>
 */
final class Classroom50 implements ResultForm {
  private final Submission submission;

  Classroom50(Submission submission) {
    this.submission = submission;
  }

  @Override
  public String file() {
    return "result.json";
  }

  @Override
  public String text(Told told) {
    ObjectNode result =
        Json.object()
            .put("schema", "classroom50/result/v1")
            .put("classroom", submission.classroom())
            .put("assignment", submission.assignment())
            .put("assignment_type", submission.type())
            .put("owner", submission.owner())
            .put("submission", submission.tag())
            .put("commit", submission.commit())
            .put("release", submission.release())
            .put("review", submission.review())
            .put("datetime", submission.time().toString())
            .put("score", told.results().grade().earned())
            .put("max-score", told.results().grade().full());
    ArrayNode tests = result.putArray("tests");
    told.results().grade().items().forEach(grade -> tests.add(test(told, grade)));
    return Json.text(result);
  }

  private static ObjectNode test(Told told, ItemGrade grade) {
    Outcome outcome = grade.verdict().outcome();
    return Json.object()
        .put("test-name", told.title(grade.verdict().item()))
        .put("passed", outcome != Outcome.FAILS && outcome != Outcome.NOT_TRIED)
        .put("score", grade.earned())
        .put("max-score", grade.most())
        .put("outcome", told.outcome(grade.verdict()))
        .put("output", String.join("\n", told.heads(grade.verdict())));
  }
}

package org.halab.grade.written;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * What was handed in, as Classroom 50 knows it. Its runner overwrites what it knows better: type,
 * owner and time.
 *
 * @param tag begins with {@code submit/}
 * @param type {@code individual}, {@code group} or {@code team}
 * @param review link to all that differs from what the student began with
 * @param time to the second
 * @see <a href="https://github.com/foundation50/classroom50/wiki/Advanced-Autograding">Advanced
 *     Autograding, the contract</a>
 */
public record Submission(
    String classroom,
    String assignment,
    String type,
    String owner,
    String tag,
    String commit,
    String release,
    String review,
    Instant time) {
  private static final int LONGEST = 500;

  /**
   * From the variables that Classroom 50's runner sets; without them it is one that stays here.
   *
   * @param environment as {@link System#getenv()} gives it
   */
  public static Submission of(Map<String, String> environment, Instant now) {
    String commit = value(environment, "COMMIT_URL", "local");
    String type = value(environment, "ASSIGNMENT_TYPE", "individual");
    String tag = value(environment, "SUBMISSION_TAG", "submit/local");
    return new Submission(
        value(environment, "CLASSROOM", "local"),
        value(environment, "ASSIGNMENT", "local"),
        Set.of("individual", "group", "team").contains(type) ? type : "individual",
        value(environment, "OWNER", value(environment, "USERNAME", "local")),
        tag.startsWith("submit/") ? tag : "submit/" + tag,
        commit,
        value(environment, "RELEASE_URL", "local"),
        value(environment, "REVIEW_URL", commit),
        now.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String value(Map<String, String> environment, String name, String otherwise) {
    String value = PlainText.line(environment.getOrDefault(name, ""), LONGEST);
    return value.isEmpty() ? otherwise : value;
  }
}

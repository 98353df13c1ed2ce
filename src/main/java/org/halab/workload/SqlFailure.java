package org.halab.workload;

import java.sql.SQLException;
import org.halab.domain.Outcome;

/**
 * What a failed write means for its row.
 *
 * @see <a href="https://www.postgresql.org/docs/15/errcodes-appendix.html">PostgreSQL error
 *     codes</a>
 */
final class SqlFailure {
  private SqlFailure() {}

  /**
   * The outcome of a statement that was sent and failed. Only an error that PostgreSQL raises
   * before it commits says for sure that nothing was written; a broken connection (class 08) and a
   * shutdown (class 57) do not.
   */
  static Outcome outcomeOf(Exception failure) {
    if (failure instanceof SQLException sql && sql.getSQLState() != null) {
      String state = sql.getSQLState();
      boolean doubtful = state.startsWith("08") || state.startsWith("57") || state.startsWith("XX");
      return doubtful ? Outcome.UNKNOWN : Outcome.REJECTED;
    }
    return Outcome.UNKNOWN;
  }

  static String describe(Exception failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String firstLine = message.lines().findFirst().orElse("");
    return failure instanceof SQLException sql && sql.getSQLState() != null
        ? sql.getSQLState() + " " + firstLine
        : firstLine;
  }
}

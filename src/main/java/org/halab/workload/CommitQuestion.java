package org.halab.workload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.halab.domain.SentCommit;

/** Asks, as the last statement before a commit, what will tell of the transaction afterwards. */
final class CommitQuestion {
  static final String SQL =
      """
      SELECT pg_current_xact_id()::text, ('x' || left(pg_walfile_name(lsn), 8))::bit(32)::int, (lsn - '0/0'::pg_lsn)::bigint
        FROM pg_current_wal_insert_lsn() lsn""";

  private CommitQuestion() {}

  /** The answer, which is the last result of what was executed. */
  static SentCommit answer(Statement executed) throws SQLException {
    while (executed.getUpdateCount() != -1) {
      executed.getMoreResults();
    }
    try (ResultSet row = executed.getResultSet()) {
      row.next();
      return new SentCommit(row.getLong(1), row.getInt(2), row.getLong(3), false);
    }
  }
}

package org.halab.domain;

/** What became of a write whose client was not told. */
public enum Fate {
  /** Its row is there. */
  THERE,
  /**
   * Committed and gone, or gone with what only a former leader had written: whether it had
   * committed there, nobody can tell any more.
   */
  LOST,
  /** The leader's PostgreSQL, which has its beginning, says that it was aborted. */
  NEVER_COMMITTED,
  /** Neither its row nor the leader's PostgreSQL tells. */
  UNRESOLVED
}

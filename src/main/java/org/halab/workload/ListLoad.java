package org.halab.workload;

import java.sql.Connection;

/**
 * What is asked of the clients of lists.
 *
 * @param perSecond how many transactions a second all of them together try
 */
public record ListLoad(int perSecond, Level level) {
  /** How far PostgreSQL keeps transactions apart. A replica knows no higher one than these. */
  public enum Level {
    /** PostgreSQL's default: each statement sees what is committed when it begins. */
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    /** Each transaction sees one snapshot; who appends to what changed meanwhile is refused. */
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ);

    private final int jdbc;

    Level(int jdbc) {
      this.jdbc = jdbc;
    }

    int jdbc() {
      return jdbc;
    }
  }
}

package org.halab.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a node's clock is from this machine's. The logs carry the engine's clock, the clients and
 * watches this one's; with Docker Desktop the two are different machines.
 *
 * @param offset what to add to our time to get the node's
 * @param error how wrong that can be: half of the time that the question took
 */
public record ClockOffset(Duration offset, Duration error) {
  private static final int TRIES = 5;

  /** By PostgreSQL's clock, of several questions the one that was answered fastest. */
  public static ClockOffset of(Sql node) throws SQLException {
    ClockOffset best = null;
    try (Connection connection = node.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < TRIES; i++) {
        Instant asked = Instant.now();
        long nanos = System.nanoTime();
        try (ResultSet row =
            statement.executeQuery(
                "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")) {
          row.next();
          Duration took = Duration.ofNanos(System.nanoTime() - nanos);
          Instant there = Instant.EPOCH.plusNanos(row.getLong(1) * 1000);
          Duration half = took.dividedBy(2);
          ClockOffset one = new ClockOffset(Duration.between(asked.plus(half), there), half);
          if (best == null || one.error().compareTo(best.error()) < 0) {
            best = one;
          }
        }
      }
    }
    return best;
  }

  /** By how much times of the two clocks may be apart when they are put beside each other. */
  public Duration atMost() {
    return offset.abs().plus(error);
  }
}

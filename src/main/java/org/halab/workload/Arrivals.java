package org.halab.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Outcome;
import org.halab.observe.Sql;
import org.halab.timing.DaemonThreads;

/**
 * Clients that come and go: each opens a connection, writes one row and leaves. They come at their
 * time whatever became of those before them, so one that hangs delays none.
 */
public final class Arrivals implements AutoCloseable {
  private static final String TABLE = "lab_arrivals";
  private static final int SECOND_MILLIS = 1000;
  private static final int END_SECONDS = 10;

  private final Connector connector;
  private final AtomicLong next = new AtomicLong(1);
  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
  private final ThreadFactory threads = DaemonThreads.named("arriving client");
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(threads);
  private final ExecutorService clients = Executors.newCachedThreadPool(threads);

  /** How each of them gets a connection, which it closes when it leaves. */
  @FunctionalInterface
  public interface Connector {
    Connection connect() throws SQLException;
  }

  /**
   * @param sql how they connect; the table is there already
   * @param perSecond how many come
   */
  public Arrivals(Sql sql, int perSecond) {
    this(sql.unlogged()::connect, perSecond);
  }

  /**
   * @param connector where they get their connections; the table is there already
   * @param perSecond how many come
   */
  public Arrivals(Connector connector, int perSecond) {
    this.connector = connector;
    clock.scheduleAtFixedRate(
        () -> clients.execute(this::arrive), 0, SECOND_MILLIS / perSecond, TimeUnit.MILLISECONDS);
  }

  /** Makes the table that they write. */
  public static void makeTable(Sql writable) throws SQLException {
    writable.execute(
        "DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s (number bigint)".formatted(TABLE));
  }

  /** What happened so far. */
  public History history() {
    return new History(List.copyOf(operations));
  }

  private void arrive() {
    long number = next.getAndIncrement();
    Instant start = Instant.now();
    Outcome outcome = Outcome.ACKNOWLEDGED;
    String error = "";
    boolean connected = false;
    try (Connection connection = connector.connect();
        Statement statement = connection.createStatement()) {
      connected = true;
      statement.execute("INSERT INTO %s VALUES (%d)".formatted(TABLE, number));
    } catch (SQLException | RuntimeException e) {
      outcome = connected ? SqlFailure.outcomeOf(e) : Outcome.REJECTED;
      error = SqlFailure.describe(e);
    }
    operations.add(
        new Operation(Operation.Kind.WRITE, number, start, Instant.now(), outcome, error));
  }

  /** No more clients come; those under way are waited for. */
  @Override
  public void close() {
    clock.shutdown();
    clients.shutdown();
    try {
      clock.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
      if (!clients.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        clients.shutdownNow();
      }
    } catch (InterruptedException e) {
      clients.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}

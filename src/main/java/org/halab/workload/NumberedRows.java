package org.halab.workload;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.observe.Sql;

/**
 * Clients that write numbered rows, and one that reads them, ten operations a second each, until
 * closed. Each keeps its connection while it works and opens a new one after a failure, as an
 * application with a connection pool does.
 *
 * <p>The table has no unique key: a row written twice must be seen, not refused.
 */
public final class NumberedRows implements AutoCloseable {
  public static final String TABLE = "lab_numbered_rows";

  private static final int PERIOD_MILLIS = 100;
  private static final int WRITERS = 2;
  private static final int END_SECONDS = 15;

  private final Sql sql;
  private final AtomicLong next = new AtomicLong(1);
  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clients;
  private final List<Client> started = new ArrayList<>();

  /**
   * Makes the table anew and starts the clients.
   *
   * @param sql where they connect
   * @throws SQLException if the table cannot be made
   */
  public NumberedRows(Sql sql) throws SQLException {
    this.sql = sql;
    sql.execute("DROP TABLE IF EXISTS " + TABLE);
    sql.execute("CREATE TABLE " + TABLE + " (number bigint NOT NULL)");
    clients =
        Executors.newScheduledThreadPool(
            WRITERS + 1,
            task -> {
              Thread thread = new Thread(task, "lab client");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i <= WRITERS; i++) {
      Client client = new Client(i < WRITERS ? Kind.WRITE : Kind.READ);
      started.add(client);
      clients.scheduleWithFixedDelay(
          client, (long) i * PERIOD_MILLIS / WRITERS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** What happened so far. */
  public History history() {
    return new History(List.copyOf(operations));
  }

  /** Ends the clients; an operation under way is finished first. */
  @Override
  public void close() {
    clients.shutdown();
    try {
      if (!clients.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        clients.shutdownNow();
      }
    } catch (InterruptedException e) {
      clients.shutdownNow();
      Thread.currentThread().interrupt();
    }
    started.forEach(Client::disconnect);
  }

  private final class Client implements Runnable {
    private final Kind kind;
    private Connection connection;

    Client(Kind kind) {
      this.kind = kind;
    }

    @Override
    public void run() {
      long number = kind == Kind.WRITE ? next.getAndIncrement() : 0;
      Instant start = Instant.now();
      boolean sent = false;
      Outcome outcome;
      String error = "";
      try {
        if (connection == null) {
          connection = sql.connect();
        }
        sent = true;
        outcome = kind == Kind.WRITE ? write(number) : read();
      } catch (SQLException | RuntimeException e) {
        outcome = sent && kind == Kind.WRITE ? Answers.outcomeOf(e) : Outcome.REJECTED;
        error = Answers.describe(e);
        disconnect();
      }
      operations.add(new Operation(kind, number, start, Instant.now(), outcome, error));
    }

    private Outcome write(long number) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("INSERT INTO " + TABLE + " VALUES (" + number + ")");
        // "Canceling wait for synchronous replication" comes as a warning to a success.
        return statement.getWarnings() == null ? Outcome.ACKNOWLEDGED : Outcome.UNKNOWN;
      }
    }

    private Outcome read() throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + TABLE)) {
        rows.next();
        return Outcome.ACKNOWLEDGED;
      }
    }

    private void disconnect() {
      if (connection != null) {
        try {
          connection.close();
        } catch (SQLException e) {
          // it is broken already
        }
        connection = null;
      }
    }
  }
}

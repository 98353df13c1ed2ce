package org.halab.workload;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.halab.domain.Answerer;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.domain.SentCommit;
import org.halab.domain.Sighting;
import org.halab.observe.Sql;
import org.halab.timing.DaemonThreads;

/**
 * Clients that write numbered rows, and one that reads them, ten operations a second each, until
 * closed. Each keeps its connection while it works and opens a new one after a failure, as an
 * application with a connection pool does.
 *
 * <p>Each write is one transaction: it adds its row, raises a counter, and moves money between two
 * accounts with an entry in a ledger; so the same history can be judged in several ways. The rows
 * have no unique key: one written twice must be seen, not refused.
 */
public final class NumberedRows implements AutoCloseable {
  public static final String TABLE = "lab_numbered_rows";

  /** From the end of one operation to the next of the same client. */
  public static final Duration PAUSE = Duration.ofMillis(100);

  public static final int WRITERS = 2;
  public static final int READERS = 1;

  private static final Duration END = Duration.ofSeconds(15);

  /** Two hours of work; beyond it the clients would only fill the memory. */
  private static final int MOST_OPERATIONS = 200_000;

  private final Sql sql;
  private final AtomicLong next = new AtomicLong(1);
  private final AtomicLong sessions = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();
  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
  private final Queue<Sighting> sightings = new ConcurrentLinkedQueue<>();
  private final Map<Long, SentCommit> unknown = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clients;
  private final List<Client> started = new ArrayList<>();

  /**
   * Makes the tables anew and starts the clients.
   *
   * @param sql where they connect
   * @param leader where tables can be made
   * @throws SQLException if the tables cannot be made
   */
  public NumberedRows(Sql sql, Sql leader) throws SQLException {
    this.sql = sql;
    WrittenData.makeTables(leader);
    clients =
        Executors.newScheduledThreadPool(WRITERS + READERS, DaemonThreads.named("lab client"));
    for (int i = 0; i < WRITERS + READERS; i++) {
      Client client = new Client(i < WRITERS ? Kind.WRITE : Kind.READ);
      started.add(client);
      clients.scheduleWithFixedDelay(
          client, i * PAUSE.toMillis() / WRITERS, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** What happened so far. */
  public History history() {
    return new History(List.copyOf(operations));
  }

  /** What ended after a moment, in the order in which it was answered. */
  public List<Operation> endedSince(Instant moment) {
    return operations.stream().filter(one -> one.end().isAfter(moment)).toList();
  }

  /** What the reader saw so far, session by session. */
  public List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /** The commits of the writes of unknown outcome so far, by their rows' numbers. */
  public Map<Long, SentCommit> unknown() {
    return Map.copyOf(unknown);
  }

  /** Ends the clients; an operation under way is finished first. */
  @Override
  public void close() {
    DaemonThreads.end(clients, END);
    started.forEach(client -> client.session.disconnect());
  }

  private final class Client implements Runnable {
    private final Kind kind;
    private final Session session = new Session(sql);
    private String name;

    /**
     * What the server said of the write before its commit was sent, from when on a failure can
     * still mean that the write was done; else null.
     */
    private SentCommit sent;

    private Optional<Answerer> answerer = Optional.empty();

    Client(Kind kind) {
      this.kind = kind;
    }

    @Override
    public void run() {
      if (kept.incrementAndGet() > MOST_OPERATIONS) {
        return;
      }
      long number = kind == Kind.WRITE ? next.getAndIncrement() : 0;
      Instant start = Instant.now();
      sent = null;
      answerer = Optional.empty();
      Outcome outcome;
      String error = "";
      try {
        connect();
        outcome = kind == Kind.WRITE ? write(number) : read(start);
        error = outcome == Outcome.UNKNOWN ? warning() : "";
      } catch (SQLException | RuntimeException e) {
        outcome = sent == null ? Outcome.REJECTED : SqlFailure.outcomeOf(e);
        error = SqlFailure.describe(e);
        session.disconnect();
      }
      if (outcome == Outcome.UNKNOWN) {
        unknown.put(number, sent);
      }
      operations.add(new Operation(kind, number, start, Instant.now(), outcome, error, answerer));
    }

    private void connect() throws SQLException {
      if (!session.open()) {
        session.connection().setAutoCommit(kind == Kind.READ);
        name = "session " + sessions.incrementAndGet();
      }
    }

    private Outcome write(long number) throws SQLException {
      Connection connection = session.connection();
      connection.clearWarnings();
      try (Statement statement = connection.createStatement()) {
        statement.execute(WrittenData.statementsFor(number) + ";\n" + CommitQuestion.SQL);
        sent = CommitQuestion.answer(statement);
      }
      connection.commit();
      // "Canceling wait for synchronous replication" comes as a warning to a success.
      if (connection.getWarnings() == null) {
        return Outcome.ACKNOWLEDGED;
      }
      sent = sent.withDoubt();
      return Outcome.UNKNOWN;
    }

    private String warning() throws SQLException {
      SQLWarning warning = session.connection().getWarnings();
      return warning == null ? "" : warning.getMessage();
    }

    private Outcome read(Instant start) throws SQLException {
      try (Statement statement = session.connection().createStatement();
          ResultSet rows = statement.executeQuery(WrittenData.HIGHEST_NUMBER)) {
        rows.next();
        sightings.add(new Sighting(name, rows.getString(2), start, rows.getLong(1)));
        answerer = Optional.of(new Answerer(rows.getString(2), rows.getBoolean(3)));
        return Outcome.ACKNOWLEDGED;
      }
    }
  }
}

package org.halab.workload;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
import org.halab.timing.DaemonThreads;

/**
 * Many clients, out of step with each other, that write one small row each time: so close that the
 * time between two of their successes is the time in which the database served nobody, to some
 * milliseconds. That it is not the clients' own time-outs, half of them are impatient and always
 * about to connect anew, and half of them wait for the answer of a database that stands still. That
 * it is not the disk's either, their table is unlogged: no commit waits for a flush, which can take
 * hundreds of milliseconds when many have waited for it.
 */
public final class Pulse implements AutoCloseable {
  private static final String TABLE = "lab_pulse";

  /** Writes a second of one client, few enough to be done in time beside the others'. */
  private static final int OF_ONE_CLIENT = 10;

  private static final int IMPATIENT_SECONDS = 1;
  private static final int PATIENT_SECONDS = 60;
  private static final Duration END = Duration.ofSeconds(15);

  /** Ten minutes of work; beyond it the clients would only fill the memory. */
  private static final int MOST_WRITES = 150_000;

  private final AtomicLong numbers = new AtomicLong();
  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
  private final List<Client> clients = new ArrayList<>();
  private final ScheduledExecutorService threads;

  /**
   * Makes the table anew and starts the clients.
   *
   * @param perSecond how many writes all of them together are to do
   * @param sql where they connect
   * @param leader where the table can be made
   */
  public Pulse(int perSecond, Sql sql, Sql leader) throws SQLException {
    leader.execute(
        "DROP TABLE IF EXISTS %1$s; CREATE UNLOGGED TABLE %1$s (number bigint)".formatted(TABLE));
    int count = Math.max(2, (perSecond + OF_ONE_CLIENT - 1) / OF_ONE_CLIENT);
    Duration period = Duration.ofSeconds(count).dividedBy(perSecond);
    threads = Executors.newScheduledThreadPool(count, DaemonThreads.named("pulse"));
    for (int i = 0; i < count; i++) {
      int patience = i % 2 == 0 ? PATIENT_SECONDS : IMPATIENT_SECONDS;
      Client client = new Client(sql.patientFor(patience).unlogged().abrupt());
      clients.add(client);
      threads.scheduleAtFixedRate(
          client,
          period.multipliedBy(i).dividedBy(count).toMillis(),
          period.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  /** What happened so far. */
  public History history() {
    return new History(List.copyOf(operations));
  }

  /** How many clients there are. */
  public int size() {
    return clients.size();
  }

  /** Ends the clients; who waits for an answer yet waits in vain. */
  @Override
  public void close() {
    DaemonThreads.end(threads, END);
    clients.forEach(client -> client.session.disconnect());
  }

  private final class Client implements Runnable {
    private final Session session;
    private Instant next = Instant.EPOCH;

    Client(Sql sql) {
      this.session = new Session(sql);
    }

    @Override
    public void run() {
      Instant start = Instant.now();
      // The executor would catch up on what was left out, and without a pause.
      if (start.isBefore(next) || numbers.get() > MOST_WRITES) {
        return;
      }
      long number = numbers.incrementAndGet();
      Outcome outcome = Outcome.ACKNOWLEDGED;
      String error = "";
      try (Statement statement = session.connection().createStatement()) {
        statement.execute("INSERT INTO " + TABLE + " VALUES (" + number + ")");
        next = start.plusMillis(1000 / OF_ONE_CLIENT * 9 / 10);
      } catch (SQLException | RuntimeException e) {
        outcome = session.open() ? SqlFailure.outcomeOf(e) : Outcome.REJECTED;
        error = SqlFailure.describe(e);
        session.disconnect();
      }
      operations.add(new Operation(Kind.WRITE, number, start, Instant.now(), outcome, error));
    }
  }
}

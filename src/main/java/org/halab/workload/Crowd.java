package org.halab.workload;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.halab.observe.Sql;
import org.halab.timing.DaemonThreads;

/**
 * Many clients that each keep a session open and use it once a second; one that loses its session
 * connects again at once, as connection pools do. What they write does not matter, only whether
 * they are answered.
 */
public final class Crowd implements AutoCloseable {
  private static final int PERIOD_MILLIS = 1000;
  private static final int END_SECONDS = 10;

  private final ScheduledExecutorService threads;
  private final AtomicLong answers = new AtomicLong();
  private final AtomicReference<Instant> lastAnswer = new AtomicReference<>(Instant.EPOCH);
  private final List<Client> clients = new ArrayList<>();

  public Crowd(Sql sql, int size) {
    threads = Executors.newScheduledThreadPool(size, DaemonThreads.named("crowd"));
    for (int i = 0; i < size; i++) {
      Client client = new Client(sql);
      clients.add(client);
      threads.scheduleWithFixedDelay(
          client, (long) i * PERIOD_MILLIS / size, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  public int size() {
    return clients.size();
  }

  /** How many of the clients have a session now, as far as they know. */
  public long connected() {
    return clients.stream().filter(client -> client.session.open()).count();
  }

  /** When any of them was last answered. */
  public Instant lastAnswer() {
    return lastAnswer.get();
  }

  public long answers() {
    return answers.get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clients.forEach(client -> client.session.disconnect());
  }

  private final class Client implements Runnable {
    private final Session session;

    Client(Sql sql) {
      this.session = new Session(sql);
    }

    @Override
    public void run() {
      try {
        use();
      } catch (SQLException | RuntimeException e) {
        session.disconnect();
        try {
          use();
        } catch (SQLException | RuntimeException again) {
          session.disconnect();
        }
      }
    }

    private void use() throws SQLException {
      try (Statement statement = session.connection().createStatement()) {
        statement.execute("SELECT pg_current_wal_lsn()");
      }
      answers.incrementAndGet();
      lastAnswer.set(Instant.now());
    }
  }
}

package org.halab.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.halab.domain.ListOperation;
import org.halab.domain.ListOperation.Append;
import org.halab.domain.ListOperation.Read;
import org.halab.domain.ListTransaction;
import org.halab.domain.ListTransaction.Side;
import org.halab.domain.Outcome;
import org.halab.domain.SentCommit;
import org.halab.domain.TransactionHistory;
import org.halab.observe.Sql;
import org.halab.timing.DaemonThreads;

/**
 * Clients whose transactions go over several lists. Writers come through the entrypoint: each reads
 * two lists and appends to one of them or to both, statement by statement, as an application does.
 * Readers go straight to each node, whatever it is, and read all lists in two statements. A client
 * keeps its pace: what it could not do in time it leaves out.
 */
public final class ListClients implements AutoCloseable {
  /** Transactions a second of one client, few enough to be done in time beside the others'. */
  private static final int OF_ONE_CLIENT = 15;

  /** How many lists are in use at once. */
  private static final int LISTS = 8;

  /**
   * After so many appends a new list takes the place of the oldest one: long lists tell no more.
   */
  private static final int APPENDS_PER_LIST = 16;

  /**
   * A client that found nobody tries again after this; finding a node's address costs something.
   */
  private static final Duration REST = Duration.ofMillis(500);

  private static final int PATIENCE_SECONDS = 2;
  private static final Duration END = Duration.ofSeconds(15);

  /** Ten minutes of work; beyond it the clients would only fill the memory. */
  private static final int MOST_TRANSACTIONS = 150_000;

  /** Class 40: rolled back, and the session goes on. */
  private static final String ROLLED_BACK = "40";

  private final ListLoad load;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong elements = new AtomicLong();
  private final Queue<ListTransaction> transactions = new ConcurrentLinkedQueue<>();
  private final Map<Long, SentCommit> unknown = new ConcurrentHashMap<>();
  private final ScheduledExecutorService threads;
  private final List<Client> clients = new ArrayList<>();
  private final Instant begun;

  /**
   * Makes the table of lists anew and starts the clients: a quarter of the transactions are the
   * writers', the rest is divided among the readers of the nodes.
   *
   * @param entrypoint where writers connect
   * @param nodes each by its name
   * @param leader where the table can be made
   */
  public ListClients(ListLoad load, Sql entrypoint, Map<String, Sql> nodes, Sql leader)
      throws SQLException {
    this.load = load;
    ListTable.make(leader);
    int ofWriters = load.perSecond() / 4;
    add("writer", entrypoint.unlogged(), ofWriters, true);
    nodes.forEach(
        (node, sql) ->
            add(
                "reader of " + node,
                sql.patientFor(PATIENCE_SECONDS).unlogged(),
                (load.perSecond() - ofWriters) / nodes.size(),
                false));
    threads =
        Executors.newScheduledThreadPool(clients.size(), DaemonThreads.named("client of lists"));
    clients.forEach(Client::start);
    begun = Instant.now();
  }

  private void add(String name, Sql sql, int perSecond, boolean writes) {
    int count = Math.max(1, (perSecond + OF_ONE_CLIENT - 1) / OF_ONE_CLIENT);
    Duration period = Duration.ofSeconds(count).dividedBy(perSecond);
    for (int i = 1; i <= count; i++) {
      clients.add(new Client(name + " " + i, sql, period, writes));
    }
  }

  /** When the clients began. */
  public Instant begun() {
    return begun;
  }

  public int size() {
    return clients.size();
  }

  /** What ended since a moment. */
  public List<ListTransaction> since(Instant moment) {
    return transactions.stream().filter(one -> one.end().isAfter(moment)).toList();
  }

  /** The commits of those of unknown outcome, by the transactions' numbers. */
  public Map<Long, SentCommit> unknown() {
    return Map.copyOf(unknown);
  }

  /**
   * All that happened, once the clients are closed.
   *
   * @param leader who has the lists now
   */
  public TransactionHistory history(Sql leader) throws SQLException {
    return new TransactionHistory(List.copyOf(transactions), ListTable.all(leader));
  }

  /** Ends the clients; a transaction under way is finished first. */
  @Override
  public void close() {
    DaemonThreads.end(threads, END);
    clients.forEach(client -> client.session.disconnect());
  }

  /** The lists in use. */
  private List<Long> lists() {
    long oldest = elements.get() / APPENDS_PER_LIST;
    return LongStream.range(oldest, oldest + LISTS).boxed().toList();
  }

  private final class Client implements Runnable {
    private final String name;
    private final Session session;
    private final Duration period;
    private final boolean writes;
    private Instant next = Instant.EPOCH;
    private List<ListOperation> operations = new ArrayList<>();
    private Side side = Side.LEADER;

    /** What the server said of the transaction before its commit was sent. */
    private SentCommit sent;

    Client(String name, Sql sql, Duration period, boolean writes) {
      this.name = name;
      this.session = new Session(sql);
      this.period = period;
      this.writes = writes;
    }

    void start() {
      long delay = ThreadLocalRandom.current().nextLong(period.toMillis());
      threads.scheduleAtFixedRate(this, delay, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      // The executor would catch up on what was left out, and without a pause.
      if (Instant.now().isBefore(next) || numbers.get() > MOST_TRANSACTIONS) {
        return;
      }
      next = Instant.now().plus(period.multipliedBy(9).dividedBy(10));
      operations = new ArrayList<>();
      sent = null;
      long number = numbers.incrementAndGet();
      Instant start = Instant.now();
      Outcome outcome;
      String error = "";
      try {
        Connection connection = connect();
        if (writes) {
          write(connection);
          outcome = commit(connection);
          error = outcome == Outcome.UNKNOWN ? connection.getWarnings().getMessage() : "";
        } else {
          read(connection);
          outcome = Outcome.ACKNOWLEDGED;
        }
      } catch (SQLException | RuntimeException e) {
        outcome = sent == null ? Outcome.REJECTED : SqlFailure.outcomeOf(e);
        error = SqlFailure.describe(e);
        recover(e);
      }
      if (outcome == Outcome.UNKNOWN) {
        unknown.put(number, sent);
      }
      transactions.add(
          new ListTransaction(
              number, name, side, start, Instant.now(), outcome, operations, error));
    }

    private Connection connect() throws SQLException {
      if (!session.open()) {
        Connection fresh = session.connection();
        fresh.setAutoCommit(false);
        fresh.setTransactionIsolation(load.level().jdbc());
      }
      return session.connection();
    }

    private void recover(Exception failure) {
      try {
        if (failure instanceof SQLException sql
            && sql.getSQLState() != null
            && sql.getSQLState().startsWith(ROLLED_BACK)) {
          session.connection().rollback();
          return;
        }
      } catch (SQLException e) {
        // it is of no use then
      }
      session.disconnect();
      next = Instant.now().plus(REST);
    }

    private void write(Connection connection) throws SQLException {
      connection.clearWarnings();
      List<Long> lists = lists();
      Set<Long> two = new TreeSet<>();
      while (two.size() < 2) {
        two.add(lists.get(ThreadLocalRandom.current().nextInt(LISTS)));
      }
      note(ListTable.read(connection, two));
      // In the order of the lists, or writers would wait for each other in a circle.
      List<Long> chosen = new ArrayList<>(two);
      int choice = ThreadLocalRandom.current().nextInt(4);
      if (choice < 2) {
        chosen.remove(choice);
      }
      StringBuilder statements = new StringBuilder();
      for (long list : chosen) {
        Append append = new Append(list, elements.incrementAndGet());
        operations.add(append);
        statements.append(ListTable.append(list, append.element())).append(";\n");
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(statements + CommitQuestion.SQL);
        sent = CommitQuestion.answer(statement);
      }
    }

    private Outcome commit(Connection connection) throws SQLException {
      connection.commit();
      if (connection.getWarnings() == null) {
        return Outcome.ACKNOWLEDGED;
      }
      sent = sent.withDoubt();
      return Outcome.UNKNOWN;
    }

    private void read(Connection connection) throws SQLException {
      List<Long> lists = lists();
      ListTable.Found found =
          ListTable.readWhole(
              connection, List.of(lists.subList(0, LISTS / 2), lists.subList(LISTS / 2, LISTS)));
      side = found.inRecovery() ? Side.REPLICA : Side.LEADER;
      note(found.lists());
      connection.commit();
    }

    private void note(Map<Long, List<Long>> lists) {
      lists.forEach((list, found) -> operations.add(new Read(list, found)));
    }
  }
}

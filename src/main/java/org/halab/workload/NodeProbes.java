package org.halab.workload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.halab.domain.Answerer;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Sighting;
import org.halab.domain.WriteProbe;
import org.halab.observe.Sql;
import org.halab.timing.DaemonThreads;

/**
 * Asks each node, straight and ten times a second, what it has, and writes to it: who takes writes
 * is not believed but tried. A node that is silent is given up on after two seconds.
 */
public final class NodeProbes implements AutoCloseable {
  public static final Duration PERIOD = Duration.ofMillis(100);

  /** After it a node that is silent is given up on. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final String TABLE = "lab_node_probe";
  private static final String TABLE_THERE =
      "SELECT coalesce(to_regclass('%s')::oid::text, '')".formatted(TABLE);
  private static final String READ_ONLY = "25006";

  private final Queue<WriteProbe> probes = new ConcurrentLinkedQueue<>();
  private final Queue<Sighting> sightings = new ConcurrentLinkedQueue<>();
  private final NodeAddresses addresses = new NodeAddresses();
  private final String madeTable;
  private final AtomicLong sessions = new AtomicLong();
  private final ScheduledExecutorService threads;
  private final List<Prober> probers = new ArrayList<>();

  /**
   * Makes the probes' table and starts them; the clients' tables are there already.
   *
   * @param writable where the table can be made
   * @param nodes each by its name
   */
  public NodeProbes(Sql writable, Map<String, Sql> nodes) throws SQLException {
    writable.execute(
        "DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s (node text NOT NULL)".formatted(TABLE));
    madeTable = writable.query(TABLE_THERE).value();
    threads = Executors.newScheduledThreadPool(nodes.size(), DaemonThreads.named("node probe"));
    nodes.forEach(
        (node, sql) -> {
          Prober prober = new Prober(node, sql.patientFor((int) PATIENCE.toSeconds()).unlogged());
          probers.add(prober);
          threads.scheduleWithFixedDelay(prober, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        });
  }

  public List<WriteProbe> probes() {
    return List.copyOf(probes);
  }

  /** What each node had, in each session. */
  public List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /** The same history, in which those who answered have the names of nodes. */
  public History named(History history) {
    return new History(history.operations().stream().map(this::named).toList());
  }

  private Operation named(Operation one) {
    return one.by()
        .flatMap(
            answerer ->
                addresses
                    .nodeAt(answerer.node(), one.end())
                    .map(node -> one.by(new Answerer(node, answerer.replica()))))
        .orElse(one);
  }

  @Override
  public void close() {
    DaemonThreads.end(threads, PATIENCE.multipliedBy(3));
    probers.forEach(prober -> prober.session.disconnect());
  }

  private final class Prober implements Runnable {
    private final String node;
    private final Session session;
    private String name;
    private boolean hasTables;

    Prober(String node, Sql sql) {
      this.node = node;
      this.session = new Session(sql);
    }

    @Override
    public void run() {
      Instant start = Instant.now();
      boolean taken = false;
      try {
        if (!session.open()) {
          session.connection();
          name = "probe " + sessions.incrementAndGet();
          hasTables = false;
        }
        see();
        start = Instant.now();
        write();
        taken = true;
      } catch (SQLException e) {
        if (!READ_ONLY.equals(e.getSQLState())) {
          session.disconnect();
        }
      } catch (RuntimeException e) {
        // the node's address is not known while its container is down
        session.disconnect();
      }
      probes.add(new WriteProbe(node, start, Instant.now(), taken));
    }

    /**
     * A replica that is behind may still have the tables of earlier clients. The probes' own is
     * made after those of the clients: where it is, they are.
     */
    private void see() throws SQLException {
      hasTables = hasTables || tableThere().equals(madeTable);
      try (Statement statement = session.connection().createStatement();
          ResultSet rows = statement.executeQuery(WrittenData.HIGHEST_NUMBER)) {
        rows.next();
        Instant now = Instant.now();
        if (hasTables) {
          sightings.add(new Sighting(name, node, now, rows.getLong(1)));
        }
        addresses.seen(node, rows.getString(2), now);
      }
    }

    private String tableThere() throws SQLException {
      try (Statement statement = session.connection().createStatement();
          ResultSet rows = statement.executeQuery(TABLE_THERE)) {
        rows.next();
        return rows.getString(1);
      }
    }

    private void write() throws SQLException {
      try (Statement statement = session.connection().createStatement()) {
        statement.execute("INSERT INTO %s VALUES ('%s')".formatted(TABLE, node));
      }
    }
  }
}

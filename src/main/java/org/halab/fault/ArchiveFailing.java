package org.halab.fault;

import java.sql.SQLException;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;
import org.halab.timing.Bounds;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;

/** Nothing can be written into the WAL archive: each node keeps its WAL until that is mended. */
public final class ArchiveFailing implements FaultAction {
  public static final NamedFault OF_ALL =
      NamedFault.of(
          "the WAL archive takes no more files",
          site -> new ArchiveFailing(site.cluster(), site.leaderNode()),
          Bounds::otherPath);

  /** The directory that the nodes share. */
  public static final String ARCHIVE = "/var/tmp/wal_archive";

  private static final String NEXT_FILE = "SELECT pg_switch_wal()";

  private static final String FAILS =
      "SELECT last_failed_time > coalesce(last_archived_time, '-infinity') FROM pg_stat_archiver";

  private final Cluster cluster;
  private final Node leader;

  private ArchiveFailing(Cluster cluster, Node leader) {
    this.cluster = cluster;
    this.leader = leader;
  }

  @Override
  public Message done() {
    return Message.of("fault.archive").with("directory", ARCHIVE);
  }

  @Override
  public void inflict() {
    cluster.access(leader).output("mkdir", "-p", ARCHIVE);
    cluster.access(leader).output("chmod", "a-w", ARCHIVE);
    ask(leader, NEXT_FILE);
  }

  /** The last thing that PostgreSQL says of its archive is a failure. */
  @Override
  public boolean inEffect() {
    return fails(leader);
  }

  /**
   * Then a file that is full makes the archiver try at once, which waits a minute otherwise. Beside
   * other faults nobody may lead just now, and the nodes, which share the archive, may be down.
   */
  @Override
  public void heal() {
    cluster.nodes().stream()
        .map(cluster::access)
        .filter(ServiceContainer::running)
        .findFirst()
        .ifPresent(node -> node.output("chmod", "u+w", ARCHIVE));
    try {
      ask(cluster.leader(), NEXT_FILE);
    } catch (IllegalStateException e) {
      // Whoever leads next tries by itself.
    }
  }

  /** Whoever leads now archives again. */
  @Override
  public boolean healed() {
    return !fails(cluster.leader());
  }

  @Override
  public Deadline healedWithin(Deadlines deadlines) {
    return deadlines.archived();
  }

  private boolean fails(Node node) {
    return ask(node, FAILS).equals("t");
  }

  private String ask(Node node, String sql) {
    try {
      return String.valueOf(cluster.sql(node).query(sql).value());
    } catch (SQLException e) {
      throw new IllegalStateException(node + " refused: " + sql, e);
    }
  }
}

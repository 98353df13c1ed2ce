package org.halab.fault;

import java.sql.SQLException;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.timing.Bounds;

/** Nothing can be written into the WAL archive: each node keeps its WAL until that is mended. */
public final class ArchiveFailing implements FaultAction {
  public static final NamedFault OF_ALL =
      NamedFault.of(
          "the WAL archive takes no more files",
          site -> new ArchiveFailing(site.cluster(), site.leaderNode()),
          Bounds::otherPath);

  private static final String ARCHIVE = "/var/tmp/wal_archive";

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
    ask("SELECT pg_switch_wal()");
  }

  /** The last thing that PostgreSQL says of its archive is a failure. */
  @Override
  public boolean inEffect() {
    return ask("SELECT last_failed_time > coalesce(last_archived_time, '-infinity')"
            + " FROM pg_stat_archiver")
        .equals("t");
  }

  /** Then a file that is full makes the archiver try at once, which waits a minute otherwise. */
  @Override
  public void heal() {
    cluster.access(leader).output("chmod", "u+w", ARCHIVE);
    ask("SELECT pg_switch_wal()");
  }

  private String ask(String sql) {
    try {
      Sql asked = cluster.sql(leader);
      return String.valueOf(asked.query(sql).value());
    } catch (SQLException e) {
      throw new IllegalStateException(leader + " refused: " + sql, e);
    }
  }
}

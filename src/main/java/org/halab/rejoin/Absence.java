package org.halab.rejoin;

import java.sql.SQLException;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.observe.Sql;

/** What the leader writes while the other node is away; closing it drops what was written. */
public final class Absence implements AutoCloseable {
  private static final String TABLE = "lab_absence";
  private static final int ROWS_PER_MEGABYTE = 900;
  private static final int PATIENCE_SECONDS = 120;
  private static final double MEGABYTE = 1024 * 1024;

  private final Sql leader;
  private final String from;

  /**
   * @param leader that goes on alone
   */
  public Absence(Cluster cluster, Node leader) throws SQLException {
    this.leader = cluster.sql(leader).patientFor(PATIENCE_SECONDS);
    this.from = position();
  }

  /** Writes rows of a kilobyte, not compressed, until there is about so much WAL more. */
  public void write(int megabytes) throws SQLException {
    leader.execute(
        """
        DROP TABLE IF EXISTS %1$s;
        CREATE TABLE %1$s (filler text);
        ALTER TABLE %1$s ALTER filler SET STORAGE EXTERNAL;
        INSERT INTO %1$s SELECT repeat(md5(n::text), 32) FROM generate_series(1, %2$d) n"""
            .formatted(TABLE, megabytes * ROWS_PER_MEGABYTE));
  }

  /** The WAL written since the absence began, in MB of 2^20 bytes. */
  public double megabytes() throws SQLException {
    String bytes =
        leader.query("SELECT '%s'::pg_lsn - '%s'::pg_lsn".formatted(position(), from)).value();
    return Double.parseDouble(bytes) / MEGABYTE;
  }

  @Override
  public void close() throws SQLException {
    leader.execute("DROP TABLE IF EXISTS " + TABLE);
  }

  private String position() throws SQLException {
    return leader.query("SELECT pg_current_wal_lsn()").value();
  }
}

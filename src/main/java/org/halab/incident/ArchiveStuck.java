package org.halab.incident;

import java.sql.SQLException;
import java.util.List;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.observe.Sql;

/** Half a file lies in the archive where the whole one belongs: it is never replaced. */
final class ArchiveStuck implements Incident {
  private static final String ARCHIVE = "/var/tmp/wal_archive";
  private static final String NEXT_FILE = "SELECT pg_switch_wal()";

  @Override
  public String name() {
    return "archive-stuck";
  }

  @Override
  public Happened happen(Plant plant) throws SQLException {
    Node leader = plant.leader();
    Sql sql = plant.cluster().sql(leader);
    String half = ARCHIVE + "/" + sql.query("SELECT pg_walfile_name(pg_current_wal_lsn())").value();
    plant.container(leader).output("mkdir", "-p", ARCHIVE);
    plant.container(leader).output("dd", "if=/dev/zero", "of=" + half, "bs=1k", "count=512");
    sql.query(NEXT_FILE);
    awaitFails(plant, sql);
    return new Happened(
        Message.of("incident.archive.broken").with("file", half),
        List.of(
            Message.of("incident.archive.hint1"),
            Message.of("incident.archive.hint2").with("container", plant.name(leader)),
            Message.of("incident.archive.hint3").with("directory", ARCHIVE)),
        Message.of("incident.archive.prevention"),
        List.of(
            Plant.docker("exec", plant.name(leader), "rm", half), plant.psql(leader, NEXT_FILE)),
        List.of(plant.psql(leader, "CHECKPOINT")));
  }

  private static void awaitFails(Plant plant, Sql sql) {
    plant
        .cluster()
        .waits()
        .until(
            plant.cluster().deadlines().replicated(),
            Message.of("incident.wait.archiveFails"),
            () -> sql.query("SELECT failed_count > 0 FROM pg_stat_archiver").value().equals("t"));
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halab.domain.Node;
import org.halab.fault.ArchiveFailing;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.scenario.World;

/** What the nodes put into the WAL archive. */
public final class ArchiveSteps {
  private static final String THIS_FILE = "SELECT pg_walfile_name(pg_current_wal_lsn())";

  private static final String NEXT_FILE =
      "SELECT pg_logical_emit_message(false, 'lab', 'next'); SELECT pg_switch_wal()";

  private static final String WAITING =
      "SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'";

  private final World world;
  private String file;

  public ArchiveSteps(World world) {
    this.world = world;
  }

  /** The leader's archiver is at it as soon as the file is full. */
  @When("the archive has another file under the name of the one that the leader archives next")
  public void another() throws SQLException {
    Node leader = world.cluster().leader();
    Sql sql = world.cluster().sql(leader).patient();
    file = sql.query(THIS_FILE).value();
    world
        .cluster()
        .access(leader)
        .output(
            "sh",
            "-c",
            "mkdir -p %1$s && echo another > %1$s/%2$s".formatted(ArchiveFailing.ARCHIVE, file));
    sql.execute(NEXT_FILE);
  }

  @Then("no node has a file that the archive does not take")
  public void nothingWaits() {
    Map<String, String> seen =
        world
            .cluster()
            .waits()
            .until(
                world.cluster().deadlines().replicated(),
                Message.of("steps.wait.archived"),
                this::waiting,
                files -> files.values().stream().allMatch("0"::equals))
            .value();
    world.evidence().note(Message.of("steps.archived").with("nodes", seen.keySet()));
  }

  private Map<String, String> waiting() throws SQLException {
    Map<String, String> files = new LinkedHashMap<>();
    for (Node node : world.cluster().nodes()) {
      files.put(node.service(), world.cluster().sql(node).query(WAITING).value());
    }
    return files;
  }

  @And("the archive has both files")
  public void both() {
    List<String> there =
        world
            .cluster()
            .access(world.cluster().leader())
            .output("sh", "-c", "cd %s && wc -c %s*".formatted(ArchiveFailing.ARCHIVE, file))
            .lines()
            .toList();
    world
        .evidence()
        .note(Message.of("steps.archiveHas").with("files", Message.joined("; ", there)));
    assertThat(there)
        .as("%s", Message.of("steps.check.archive"))
        .anyMatch(line -> line.matches("\\s*8 " + file))
        .anyMatch(line -> line.matches("\\s*16777216 " + file + "\\S+"));
  }
}

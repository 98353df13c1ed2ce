package org.halab.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halab.changes.SettingChange.Printed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the lab's own files: so they cannot change without a reason for each line. */
class PatroniChangesTest {
  @TempDir private Path report;
  private LabFiles files;
  private List<Reasoned> all;
  private Map<String, SettingChange> settings;

  @BeforeEach
  void keep() {
    LabFiles.keep(Path.of("docker"), report);
    files = LabFiles.of(report);
    all = new PatroniChanges(files).all();
    settings =
        all.stream()
            .flatMap(one -> one.settings().stream())
            .collect(Collectors.toMap(SettingChange::setting, one -> one));
  }

  @Test
  void everySettingHasAReason() {
    assertThat(all)
        .hasSizeGreaterThan(5)
        .allSatisfy(one -> assertThat(one.reason()).as(one.settings().toString()).isNotBlank());
    assertThat(new PatroniChanges(files).preface()).contains("so that a node that returns");
  }

  @Test
  void whatIsPrintedWherePatroniDoesNotLookIsTold() {
    assertThat(settings.get("bootstrap.dcs.postgresql.use_pg_rewind").printed())
        .singleElement()
        .satisfies(
            printed -> {
              assertThat(printed.setting()).isEqualTo("bootstrap.postgresql.use_pg_rewind");
              assertThat(printed.value()).isEqualTo("true");
              assertThat(printed.read()).isFalse();
              assertThat(printed.places())
                  .containsExactly(
                      "postgres0.yml:" + line("use_pg_rewind"),
                      "postgres1.yml:" + line("use_pg_rewind"));
            });
    assertThat(settings.get("bootstrap.dcs.postgresql").printed())
        .extracting(Printed::setting, Printed::read)
        .contains(org.assertj.core.groups.Tuple.tuple("bootstrap.postgresql", false));
  }

  @Test
  void whatIsReadWhereItIsPrintedIsToldToo() {
    SettingChange socket = settings.get("postgresql.parameters.unix_socket_directories");

    assertThat(socket.improved()).isEqualTo("/tmp");
    assertThat(socket.printed()).singleElement().matches(Printed::read);
    assertThat(socket.printed().get(0).value()).isEqualTo(".");
  }

  @Test
  void aNameThatTheReasonTellsIsThePrintedOne() {
    assertThat(settings.get("bootstrap.dcs.postgresql.parameters.wal_keep_size").printed())
        .extracting(Printed::setting)
        .containsExactly("bootstrap.postgresql.parameters.wal_keep_segments");
  }

  @Test
  void whatIsTakenOutHasNoValueAndWhatIsNewIsNotPrinted() {
    assertThat(settings.get("bootstrap.dcs.master_start_timeout").improved()).isEmpty();
    assertThat(settings.get("bootstrap.dcs.primary_start_timeout").printed()).isEmpty();
    assertThat(settings.get("postgresql.basebackup.checkpoint").printed()).isEmpty();
  }

  @Test
  void thePrintedDefectsAreToldByTheirLines() {
    List<PrintedDefects.Defect> defects = new PrintedDefects(files).all();

    assertThat(defects).hasSize(2);
    assertThat(defects.get(0).lines())
        .extracting(PrintedDefects.Line::text)
        .contains("    use_pg_rewind: true", "      archive_timeout: 1800s")
        .noneMatch(line -> line.contains("pg_hba"));
    assertThat(defects.get(1).lines())
        .extracting(PrintedDefects.Line::text)
        .containsExactly(
            "  data_dir: /var/lib/postgresql/data/postgresql0", "    unix_socket_directories: '.'");
    assertThat(defects.get(1).lines().get(1).number()).isEqualTo(line("unix_socket_directories"));
  }

  @Test
  void aRunOfAnotherProjectKeepsNone() {
    LabFiles.keepNone(report);

    assertThat(LabFiles.known(report)).isTrue();
    assertThat(LabFiles.of(report).has("haproxy.cfg")).isFalse();
    assertThat(report.resolve(LabFiles.DIRECTORY)).isEmptyDirectory();
  }

  @Test
  void whatWasKeptStaysWhenTheProjectChanges() throws Exception {
    Files.writeString(report.resolve("files/haproxy.cfg"), "other\n");

    assertThat(files.difference("haproxy.cfg", "improved/haproxy.cfg").lines())
        .extracting(UnifiedDiff.Line::text)
        .startsWith("--- docker/haproxy.cfg", "+++ docker/improved/haproxy.cfg")
        .contains("-other");
  }

  private int line(String setting) {
    List<String> lines = files.lines("postgres0.yml");
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(setting + ":")) {
        return i + 1;
      }
    }
    throw new AssertionError(setting + " is not printed");
  }
}

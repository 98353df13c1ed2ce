package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On a directory that looks as Linux shows its processes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
class ProcessesTest {
  private static final String BEHIND_NAME =
      " %s 1 7 7 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 %d 0 0";

  @TempDir private Path proc;
  private Processes processes;

  @BeforeEach
  void linux() throws Exception {
    write("sys/kernel/random/boot_id", "3f0c8c6e-boot\n");
    Files.createDirectories(proc.resolve("self/ns"));
    Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of("pid:[4026531836]"));
    process(7, "(java)", "S", 1161077);
    processes = new Processes(proc);
  }

  @Test
  void tellsTheBootAndWhoseProcessIdsItSees() {
    assertThat(processes.boot()).isEqualTo("3f0c8c6e-boot");
    assertThat(processes.namespace()).isEqualTo("4026531836");
  }

  @Test
  void countsTheStartInTicks() {
    assertThat(processes.start(7)).isEqualTo(1161077);
  }

  @Test
  void aNameWithSpacesAndBracketsIsNoField() throws Exception {
    process(8, "(a) S (b 1)", "R", 42);

    assertThat(processes.start(8)).isEqualTo(42);
  }

  @Test
  void theProcessOfThatStartRuns() {
    assertThat(processes.mayRun(7, 1161077)).isTrue();
  }

  @Test
  void oneTickApartIsAnotherProcess() {
    assertThat(processes.mayRun(7, 1161078)).isFalse();
  }

  @Test
  void aProcessThatIsNotThereDoesNotRun() {
    assertThat(processes.mayRun(9, 1161077)).isFalse();
  }

  @Test
  void aProcessThatOnlyWaitsToBeBuriedDoesNotRun() throws Exception {
    process(8, "(java)", "Z", 42);

    assertThat(processes.mayRun(8, 42)).isFalse();
  }

  @Test
  void withoutThatDirectoryTheJdkIsAsked() {
    Processes elsewhere = new Processes(proc.resolve("missing"));
    long pid = ProcessHandle.current().pid();

    assertThat(elsewhere.boot()).isEqualTo(Processes.UNKNOWN);
    assertThat(elsewhere.namespace()).isEqualTo(Processes.UNKNOWN);
    assertThat(elsewhere.mayRun(pid, elsewhere.start(pid))).isTrue();
    assertThat(elsewhere.mayRun(pid, elsewhere.start(pid) - 1)).isFalse();
  }

  private void process(int pid, String name, String state, long ticks) throws Exception {
    write(pid + "/stat", pid + " " + name + BEHIND_NAME.formatted(state, ticks));
  }

  private void write(String file, String content) throws Exception {
    Files.createDirectories(proc.resolve(file).getParent());
    Files.writeString(proc.resolve(file), content);
  }
}

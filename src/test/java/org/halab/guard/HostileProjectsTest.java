package org.halab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.stack.ComposeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused or taken out by reading alone; {@link HostileRuns} starts the others. */
class HostileProjectsTest {
  private static final Path LAB = Path.of("docker").toAbsolutePath();

  @TempDir Path directory;

  static Stream<Hostile> refused() throws IOException {
    return Hostile.all().stream().filter(one -> !one.started());
  }

  static Stream<Hostile> started() throws IOException {
    return Hostile.all().stream().filter(Hostile::started);
  }

  @Test
  void thereAreTwentyAndMore() throws IOException {
    assertThat(Hostile.all()).hasSizeGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedForWhatItIs(Hostile hostile) throws IOException {
    Path project = carriedOut(hostile);
    Path copy = directory.resolve("copy");
    List<Path> files = List.of(copy.resolve("docker-compose.yml"));

    assertThat(codes(project, copy, files)).containsExactly(hostile.refused());
    assertThatThrownBy(
            () ->
                Gate.open(project, directory.resolve("again"), LAB, HostileProjectsTest::resolved)
                    .model(List.of(directory.resolve("again").resolve("docker-compose.yml"))))
        .isInstanceOf(LabException.class)
        .hasMessageNotContaining(directory.toString());
  }

  @ParameterizedTest
  @MethodSource("started")
  void isStartedWithoutWhatWasTakenOut(Hostile hostile) throws IOException {
    Path copy = directory.resolve("copy");
    List<Path> files = List.of(copy.resolve("docker-compose.yml"));
    Gate gate = Gate.open(carriedOut(hostile), copy, LAB, HostileProjectsTest::resolved);

    gate.model(files);

    assertThat(gate.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrderElementsOf(hostile.taken());
  }

  private Path carriedOut(Hostile hostile) throws IOException {
    Path project = Files.createDirectories(directory.resolve("project"));
    hostile.difference().carryOut(project);
    return project;
  }

  /** As far as the gate looks. */
  private static Set<String> codes(Path project, Path copy, List<Path> files) {
    List<Finding> found = ProjectCopy.copy(project, copy);
    if (found.isEmpty()) {
      found = Readable.refusals(copy, files);
    }
    if (found.isEmpty()) {
      found = Tamed.of(resolved(files), copy, files).findings();
    }
    Set<String> codes = new HashSet<>();
    found.forEach(one -> codes.add(one.code()));
    return codes;
  }

  private static ComposeModel resolved(List<Path> files) {
    return Printed.resolved(files.toArray(Path[]::new));
  }
}

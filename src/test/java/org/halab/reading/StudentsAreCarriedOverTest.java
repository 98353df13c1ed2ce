package org.halab.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.halab.finding.Finding;
import org.halab.guard.ProjectCopy;
import org.halab.guard.Readable;
import org.halab.guard.Tamed;
import org.halab.stack.ComposeModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What students write asks nothing of this machine: the guard takes nothing out. A mounted
 * directory of configuration becomes read-only.
 */
class StudentsAreCarriedOverTest {
  private static final Set<String> NAMES =
      Set.of("docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml");

  @TempDir Path directory;

  static List<Difference> differences() throws IOException {
    return Difference.all();
  }

  @ParameterizedTest
  @MethodSource("differences")
  void theGuardTakesNothingOut(Difference difference) throws IOException {
    Path project = Files.createDirectories(directory.resolve("project"));
    difference.carryOut(project);
    Path copy = directory.resolve("copy");
    assertThat(ProjectCopy.copy(project, copy)).isEmpty();
    Path file = NAMES.stream().map(copy::resolve).filter(Files::exists).findFirst().orElseThrow();
    assertThat(Readable.refusals(copy, List.of(file))).isEmpty();
    ComposeModel resolved = ComposeByHand.resolve(copy, List.of(file));
    assertThat(Tamed.of(resolved, copy, List.of(file)).findings())
        .extracting(Finding::code)
        .isSubsetOf("mounted-read-only");
  }
}

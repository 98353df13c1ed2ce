package org.halab.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;

class IncidentsTest {
  private static final List<String> NAMES = Incidents.all().stream().map(Incident::name).toList();

  @Test
  void eachIsFoundByItsName() {
    assertThat(NAMES).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(12);
    assertThat(Incidents.all())
        .allSatisfy(one -> assertThat(Incidents.named(one.name())).isSameAs(one));
  }

  @Test
  void aNameThatNoneHasIsToldWithThoseThatThereAre() {
    assertThatThrownBy(() -> Incidents.named("fire"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("-Dlab.incident=fire")
        .hasMessageContaining(String.join(", ", NAMES))
        .hasMessageContaining("Nothing was started");
  }

  @Test
  void eachCanBeDrawn() {
    Random chance = new Random(1);

    Set<String> drawn =
        IntStream.range(0, 500)
            .mapToObj(i -> Incidents.drawn(chance).name())
            .collect(Collectors.toSet());

    assertThat(drawn).containsExactlyInAnyOrderElementsOf(NAMES);
  }

  @Test
  void eachIsTriedWithEachRepair() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("features", "beyond", "incidents.feature")).stream()
            .map(line -> line.replaceAll("\\s+", " ").strip())
            .toList();

    assertThat(NAMES)
        .allSatisfy(
            name ->
                assertThat(rows)
                    .contains(
                        "| " + name + " |",
                        "| " + name + " | the tempting |",
                        "| " + name + " | no |"));
  }

  @Test
  void theReadmeNamesEach() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(NAMES).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
  }
}

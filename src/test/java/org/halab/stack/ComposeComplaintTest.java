package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeComplaintTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void composeFile() throws Exception {
    file =
        Files.writeString(
            directory.resolve("compose.yml"),
            "services:\n  db:\n    image: a\n    imagee: b\n  zoo:\n    ports: 1\n");
  }

  @Test
  void aPropertyThatIsNotAllowedHasItsLine() {
    assertThat(place("validating x: services.db Additional property imagee is not allowed"))
        .contains(file + ":4");
  }

  @Test
  void aSettingOfTheWrongKindHasItsLine() {
    assertThat(place("services.zoo.ports must be a array")).contains(file + ":6");
  }

  @Test
  void yamlsOwnLineIsTaken() {
    assertThat(place("yaml: line 7: did not find expected key")).contains(file + ":7");
  }

  @Test
  void aComplaintWithoutASettingHasNone() {
    assertThat(place("no configuration file provided")).isEmpty();
  }

  private Optional<String> place(String complaint) {
    return ComposeComplaint.place(List.of(file), complaint);
  }
}

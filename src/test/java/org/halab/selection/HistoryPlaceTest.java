package org.halab.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.halab.domain.LabException;
import org.halab.options.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPlaceTest {
  @TempDir Path directory;

  @Test
  void aDirectoryThatIsNotThereYetWillDo() throws IOException {
    Path place = directory.resolve("a/b");

    HistoryPlace.require(Options.of(Map.of("lab.history", place.toString())));

    assertThat(place).isEmptyDirectory();
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "mine");

    assertThatThrownBy(
            () -> HistoryPlace.require(Options.of(Map.of("lab.history", file.toString()))))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("-Dlab.history=" + file + ": this is a file");
    assertThat(file).hasContent("mine");
  }

  @Test
  void whereNothingCanBeWrittenThatIsTold() throws IOException {
    Path below = Files.writeString(directory.resolve("file"), "mine").resolve("runs");

    assertThatThrownBy(
            () -> HistoryPlace.require(Options.of(Map.of("lab.history", below.toString()))))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("nothing can be written there");
  }

  @Test
  void runsOfOtherProjectsAreNotKept() {
    assertThatThrownBy(
            () ->
                HistoryPlace.require(
                    Options.of(Map.of("lab.history", directory.toString(), "lab.project", "mine"))))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("not those of other projects");
  }
}

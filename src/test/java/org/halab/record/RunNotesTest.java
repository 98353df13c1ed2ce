package org.halab.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNotesTest {
  private static final String KEPT =
      """
      {
        "ended" : "2026-01-02T03:04:05Z",
        "clusters" : {"features/a.feature:8" : "halab-1"},
        "failures" : {"features/a.feature:8" : "failure-1"},
        "versions" : {"guide" : [["PostgreSQL", "15.18", "pg-master"]]}
      }
      """;

  @TempDir Path directory;

  @Test
  void areTheSameWhenTheyAreReadAgain() throws IOException {
    Path file = Files.writeString(directory.resolve("run.json"), KEPT);
    Path again = directory.resolve("again.json");

    RunNotes.read(file).keep(again);
    RunNotes notes = RunNotes.read(again);

    assertThat(notes.ended()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(notes.clusterOf("features/a.feature:8")).isEqualTo("halab-1");
    assertThat(notes.failureOf("features/a.feature:8")).isEqualTo("failure-1");
    assertThat(notes.versions(List.of("stack", "part", "version", "said by")).rows())
        .containsExactly(List.of("guide", "PostgreSQL", "15.18", "pg-master"));
    assertThat(notes.method()).isEmpty();
  }

  @Test
  void whatWasMeasuredWithIsKept() throws IOException {
    String method =
        """
        {"method" : {"commit" : "abc", "clustersAtOnce" : 4,
          "machine" : {"cores" : 2, "memoryBytes" : 8, "system" : "Linux", "engine" : "20"},
          "clients" : {"writers" : 2, "readers" : 1, "pause" : 100, "timeout" : 4000, "shortTimeout" : 2000},
          "looks" : {"lock" : 50, "parts" : 200, "probes" : 100, "probeTimeout" : 2000}},
        """;
    Path file =
        Files.writeString(directory.resolve("run.json"), KEPT.strip().replaceFirst("\\{", method));
    Path again = directory.resolve("again.json");

    RunNotes.read(file).keep(again);

    assertThat(RunNotes.read(again).method().orElseThrow().clustersAtOnce()).isEqualTo(4);
    assertThat(RunNotes.read(again).method()).isEqualTo(RunNotes.read(file).method());
  }
}

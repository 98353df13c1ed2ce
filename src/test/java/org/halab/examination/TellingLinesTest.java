package org.halab.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingLinesTest {
  private static final Pattern TELLING = Pattern.compile("ERROR");

  @TempDir Path directory;

  @Test
  void aLineIsNamedByItsLogAndPlaceAndItsLikesAreLeftOut() throws IOException {
    Files.writeString(
        directory.resolve("pg-slave.log"),
        "2026-11-28T01:00:00Z INFO: fine\n"
            + "2026-11-28T01:00:01Z ERROR: page 17 of <b>\n"
            + "2026-11-28T01:00:02Z ERROR: page 18 of <b>\n"
            + "2026-11-28T01:00:03Z ERROR: other\n"
            + "2026-11-28T01:00:04Z ERROR: a third\n");
    Files.writeString(directory.resolve("states.txt"), "ERROR: no log\n");
    String name = directory.getFileName() + "/pg-slave.log";

    assertThat(TellingLines.first(directory, TELLING))
        .containsExactly(name + ":2: ERROR: page 17 of <b>", name + ":4: ERROR: other");
    assertThat(TellingLines.last(directory, TELLING))
        .containsExactly(name + ":4: ERROR: other", name + ":5: ERROR: a third");
  }

  @Test
  void aLineWithoutEndIsCut() throws IOException {
    Files.writeString(directory.resolve("haproxy.log"), "ERROR " + "x".repeat(20_000_000));

    assertThat(TellingLines.last(directory, TELLING))
        .singleElement()
        .satisfies(line -> assertThat(line.length()).isLessThan(2_100));
  }

  @Test
  void thereMayBeNoLogs() {
    assertThat(TellingLines.last(directory.resolve("none"), TELLING)).isEmpty();
  }
}

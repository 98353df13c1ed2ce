package org.halab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir Path directory;

  @Test
  void everyChangeIsSeenAndItIsTheSameOtherwise() throws IOException {
    Set<String> seen = new HashSet<>();
    assertThat(seen.add(now())).isTrue();
    Path file = Files.writeString(directory.resolve("haproxy.cfg"), "one");
    assertThat(seen.add(now())).isTrue();
    Files.writeString(file, "two");
    assertThat(seen.add(now())).isTrue();
    Files.move(file, directory.resolve("nginx.conf"));
    assertThat(seen.add(now())).isTrue();
    Files.createSymbolicLink(directory.resolve("link"), Path.of("nginx.conf"));
    assertThat(seen.add(now())).isTrue();

    assertThat(seen).contains(now());
    assertThat(Fingerprint.of(List.of(directory), "another lab")).isNotIn(seen);
  }

  @Test
  void theHistoryOfARepositoryDoesNotCount() throws IOException {
    String before = now();
    Files.createDirectories(directory.resolve(".git/objects"));
    Files.writeString(directory.resolve(".git/objects/ab"), "x");

    assertThat(now()).isEqualTo(before);
  }

  private String now() {
    return Fingerprint.of(List.of(directory), "lab");
  }
}

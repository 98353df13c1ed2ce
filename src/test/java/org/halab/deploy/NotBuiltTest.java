package org.halab.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build that nobody answered is told apart from one that is wrong. */
class NotBuiltTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError('<x>:"
            + " Failed to establish a new connection: [Errno -3] Temporary failure in name"
            + " resolution')': /simple/patroni/",
        "W: Failed to fetch http://deb.debian.org/x  Temporary failure resolving 'deb.debian.org'",
        "curl: (6) Could not resolve host: bootstrap.pypa.io",
        "WARNING: fetching https://dl-cdn.alpinelinux.org/x: temporary error (try again later)",
        "ERROR: failed to solve: postgres:15: failed to resolve source metadata for x: no such host",
        "dial tcp 192.0.2.1:443: i/o timeout"
      })
  void nobodyAnswered(String line) {
    assertThat(built("#5 [2/4] RUN something\n" + line + "\nERROR: exit code: 1").unanswered())
        .contains(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: No matching distribution found for patroni[zookeper]==44",
        "failed to compute cache key: \"/postgres2.yml\": not found",
        "dockerfile parse error on line 3: unknown instruction: RNU",
        "E: Unable to locate package python3-patron",
        "/bin/sh: 1: pip: not found"
      })
  void itIsWrong(String line) {
    assertThat(built(line).unanswered()).isEmpty();
  }

  @Test
  void theFileIsKnown() {
    assertThat(built("").dockerfile()).isEqualTo(Path.of("Dockerfile"));
  }

  private static NotBuilt built(String output) {
    return new NotBuilt(Path.of("Dockerfile"), output, Message.text("failed"));
  }
}

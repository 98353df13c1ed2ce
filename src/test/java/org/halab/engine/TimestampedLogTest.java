package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.halab.domain.LogLine;
import org.junit.jupiter.api.Test;

class TimestampedLogTest {
  private static final Instant TIME = Instant.parse("2026-01-01T10:00:00.123456789Z");

  @Test
  void putsEachLineBehindItsTime() {
    assertThat(TimestampedLog.parse("zoo", "2026-01-01T10:00:00.123456789Z [INFO] started\n"))
        .containsExactly(new LogLine(TIME, "zoo", "[INFO] started"));
  }

  @Test
  void aLineWithoutATimeBelongsToTheOneBefore() {
    assertThat(TimestampedLog.parse("zoo", "2026-01-01T10:00:00.123456789Z first\nsecond line\n"))
        .containsExactly(
            new LogLine(TIME, "zoo", "first"), new LogLine(TIME, "zoo", "second line"));
  }

  @Test
  void anEmptyLogHasNoLines() {
    assertThat(TimestampedLog.parse("zoo", "")).isEmpty();
  }
}

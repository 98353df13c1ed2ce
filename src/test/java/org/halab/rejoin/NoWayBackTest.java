package org.halab.rejoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.halab.domain.LogLine;
import org.junit.jupiter.api.Test;

class NoWayBackTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final NoWayBack JUDGE =
      new NoWayBack("pg-master", Duration.ofSeconds(10), List::of);

  @Test
  void whoComplainsLongerThanThreeRoundsHasNoWayBack() {
    assertThat(JUDGE.in(every5Seconds(31, 1), NOW).orElseThrow().toString())
        .contains("pg-master", "31.0 s", "30.0 s", "is not in this server's history");
  }

  @Test
  void whoComplainsShorterStillHasTime() {
    assertThat(JUDGE.in(every5Seconds(26, 1), NOW)).isEmpty();
    assertThat(JUDGE.in(List.of(), NOW)).isEmpty();
  }

  @Test
  void whoHasFallenSilentMayBeOnItsWay() {
    assertThat(JUDGE.in(every5Seconds(61, 11), NOW)).isEmpty();
  }

  @Test
  void aBreakBeginsAnew() {
    List<LogLine> log = new ArrayList<>(every5Seconds(80, 40));
    log.addAll(every5Seconds(21, 1));
    assertThat(JUDGE.in(log, NOW)).isEmpty();
  }

  private static List<LogLine> every5Seconds(int from, int to) {
    return IntStream.iterate(from, ago -> ago >= to, ago -> ago - 5)
        .mapToObj(
            ago ->
                new LogLine(
                    NOW.minusSeconds(ago),
                    "pg-master",
                    "FATAL:  requested starting point 0/3000000 is not in this server's history"))
        .toList();
  }
}

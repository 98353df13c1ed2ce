package org.halab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.halab.domain.LogLine;
import org.junit.jupiter.api.Test;

class DivergedTimelineTest {
  private static final Instant START = Instant.parse("2026-11-24T02:38:17Z");
  private static final String UNFIT =
      "LOG:  record with incorrect prev-link 0/3029B30 at 0/3029BA8";

  @Test
  void knowsEachComplaint() {
    List<LogLine> log =
        List.of(
            said(
                0,
                "ERROR:  requested starting point 0/6000000 on timeline 3 is not in this server's history"),
            said(
                1,
                "LOG:  new timeline 3 forked off current database system timeline 2 before current recovery point 0/30FE900"),
            said(
                2,
                "FATAL:  requested timeline 2 does not contain minimum recovery point 0/3029C18 on timeline 1"),
            said(3, UNFIT),
            said(4, "LOG:  invalid record length at 0/3029BA8: wanted 24, got 0"));

    assertThat(DivergedTimeline.complaints(log, OptionalLong.empty()))
        .containsExactlyElementsOf(log.subList(0, 4));
  }

  @Test
  void theEndOfItsWalIsAComplaintWhereTheLeadersHistoryTurnedBefore() {
    List<LogLine> log =
        List.of(said(0, "LOG:  invalid record length at 0/3029BA8: wanted 24, got 0"));

    assertThat(DivergedTimeline.complaints(log, OptionalLong.of(0x3029A90))).isEqualTo(log);
    assertThat(DivergedTimeline.complaints(log, OptionalLong.of(0x3029BA8))).isEmpty();
    assertThat(DivergedTimeline.complaints(log, OptionalLong.empty())).isEmpty();
  }

  @Test
  void whatIsSaidAtOnceOnlyIsTheEndOfTheWal() {
    assertThat(DivergedTimeline.lasting(List.of())).isFalse();
    assertThat(DivergedTimeline.lasting(List.of(said(0, UNFIT)))).isFalse();
    assertThat(DivergedTimeline.lasting(List.of(said(0, UNFIT), said(1, UNFIT)))).isFalse();
  }

  @Test
  void whatIsSaidAgainAndAgainLasts() {
    assertThat(DivergedTimeline.lasting(List.of(said(0, UNFIT), said(5, UNFIT)))).isTrue();
  }

  private static LogLine said(int second, String text) {
    return new LogLine(START.plusSeconds(second), "pg-slave", text);
  }
}

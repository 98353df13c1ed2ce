package org.halab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.halab.checker.RowSet;
import org.halab.message.Language;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class PostMortemTest {
  private static final Instant BROKEN = Instant.parse("2026-01-01T12:00:00Z");
  private static final Incident INCIDENT = Incidents.named("maintenance");
  private static final Happened HAPPENED =
      new Happened(
          Message.of("incident.maintenance.broken").with("node", "pg-master"),
          List.of(),
          Message.of("incident.maintenance.prevention"),
          List.of(Plant.docker("exec", "pg-slave", "patronictl", "resume")),
          List.of());
  private static final Suffering SUFFERED =
      new Suffering(Optional.of(BROKEN.plusSeconds(2)), 40, 500, Duration.ofMillis(61_250), true);

  @Test
  void tellsWhatHappenedInBothLanguages() {
    PostMortem end = mended(SUFFERED, rows(Set.of()));

    assertThat(told(end, Language.ENGLISH))
        .contains(
            "died on pg-master",
            "Clients noticed it 2.0 s after it began.",
            "The first check or repair came 30.0 s after it began.",
            "It was mended 70.0 s after it began.",
            "without the database for 61.3 s: 40 of 500 operations failed",
            "Of 460 acknowledged rows none is lost.",
            "What would have prevented it: an alert on the pause flag");
    assertThat(told(end, Language.RUSSIAN))
        .contains(
            "на pg-master умер PostgreSQL",
            "заметили это через 2",
            "проверка или починка — через 30",
            "Починено через 70",
            "40 из 500 операций",
            "Из 460 подтверждённых строк не потеряно ни одной",
            "оповещение о флаге паузы");
  }

  @Test
  void aRepairThatWasSeenBeforeTheFirstCheckCounts() {
    PostMortem end =
        new PostMortem(
            INCIDENT,
            HAPPENED,
            protocol(true),
            SUFFERED,
            Optional.of(BROKEN.plusSeconds(12)),
            rows(Set.of()));

    assertThat(told(end, Language.ENGLISH)).contains("first check or repair came 12.0 s");
  }

  @Test
  void tellsOfWhatNobodyNoticedAndOfRowsThatAreLost() {
    Suffering none = new Suffering(Optional.empty(), 0, 500, Duration.ZERO, true);
    PostMortem end = mended(none, rows(Set.of(3L, 4L)));

    assertThat(told(end, Language.ENGLISH))
        .contains(
            "No client noticed it.",
            "All 500 operations of the clients succeeded.",
            "Of 460 acknowledged rows 2 are lost.");
  }

  @Test
  void tellsOfWhatWasGivenUp() {
    Suffering still = new Suffering(Optional.of(BROKEN), 40, 500, Duration.ofSeconds(90), false);
    PostMortem end =
        new PostMortem(
            INCIDENT, HAPPENED, protocol(false), still, Optional.empty(), Optional.empty());

    assertThat(told(end, Language.ENGLISH))
        .contains(
            "It was given up.", "and still were at the end", "there is no leader to be asked");
    assertThat(end.points()).isZero();
  }

  @Test
  void isWrittenWithTheRepairAndThePoints() {
    assertThat(mended(SUFFERED, rows(Set.of())).markdown())
        .startsWith("# Post-mortem: maintenance\n")
        .contains("```sh\ndocker exec pg-slave patronictl resume\n```")
        .contains("Points: 90 of 100 (hints taken: 1)");
  }

  private static PostMortem mended(Suffering suffering, Optional<RowSet> rows) {
    return new PostMortem(INCIDENT, HAPPENED, protocol(true), suffering, Optional.empty(), rows);
  }

  private static Protocol protocol(boolean mended) {
    Protocol protocol = new Protocol(BROKEN);
    protocol.hint(BROKEN.plusSeconds(20));
    protocol.check(BROKEN.plusSeconds(30));
    if (mended) {
      protocol.mended(BROKEN.plusSeconds(70));
    }
    return protocol;
  }

  private static Optional<RowSet> rows(Set<Long> lost) {
    return Optional.of(new RowSet(460, lost, Set.of(), Set.of(), Set.of()));
  }

  private static String told(PostMortem end, Language language) {
    return end.told().stream().map(one -> one.in(language)).collect(Collectors.joining("\n"));
  }
}

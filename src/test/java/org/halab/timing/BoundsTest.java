package org.halab.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.halab.domain.OutageBound;
import org.halab.domain.OutageBound.Part;
import org.halab.domain.OutageBound.Since;
import org.halab.domain.Settings;
import org.halab.message.Language;
import org.halab.observe.Sql;
import org.junit.jupiter.api.Test;

/** Each bound, its parts and their sum, by settings that are all different. */
class BoundsTest {
  private static final Duration TTL = Duration.ofSeconds(40);
  private static final Duration LOOP_WAIT = Duration.ofSeconds(7);
  private static final Duration RETRY = Duration.ofSeconds(11);
  private static final Duration TICK = Duration.ofSeconds(3);
  private static final Duration INTER = Duration.ofSeconds(2);
  private static final Duration CHECK = Duration.ofSeconds(6);
  private static final Bounds BOUNDS =
      new Bounds(new Settings(TTL, LOOP_WAIT, RETRY, TICK, INTER, CHECK, 4, 9));

  /** (rise + 1) x inter + timeout check. */
  private static final int SWITCH = 5 * 2 + 6;

  private static final int CLIENT = 5;
  private static final int MACHINE = 10;

  @Test
  void aGracefulStopGivesTheLockUp() {
    assertThat(BOUNDS.graceful().since()).isEqualTo(Since.FAULT);
    assertParts(BOUNDS.graceful(), failover(10 + 7));
  }

  @Test
  void afterACrashTheSessionExpires() {
    assertThat(BOUNDS.crash().since()).isEqualTo(Since.FAULT);
    assertParts(BOUNDS.crash(), failover(40 + 3));
  }

  @Test
  void aLeaderWithoutTheDcsRetriesFirst() {
    assertThat(BOUNDS.lockLost().since()).isEqualTo(Since.FAULT);
    assertParts(BOUNDS.lockLost(), failover(40 + 3 + 11));
  }

  @Test
  void postgresIsRestartedInPatronisNextRound() {
    assertThat(BOUNDS.restartInPlace().since()).isEqualTo(Since.FAULT);
    assertParts(BOUNDS.nextRound(), parts("next round", 7, "entrypoint switch", SWITCH));
    assertParts(
        BOUNDS.restartInPlace(), parts("PostgreSQL restarted", 7 + 5, "entrypoint switch", SWITCH));
  }

  @Test
  void aContainerThatDiedIsReplacedFirst() {
    assertThat(BOUNDS.containerReplaced(Duration.ofSeconds(6)).since()).isEqualTo(Since.FAULT);
    assertParts(
        BOUNDS.containerReplaced(Duration.ofSeconds(6)),
        parts(
            "PostgreSQL restarted",
            6 + 5,
            "election",
            7,
            "promotion",
            5,
            "entrypoint switch",
            SWITCH));
  }

  @Test
  void aStandbyThatIsGoneIsDroppedInTwoRounds() {
    assertThat(BOUNDS.standbyLost().since()).isEqualTo(Since.FAULT);
    assertParts(BOUNDS.standbyLost(), parts("standby dropped", 2 * 7));
  }

  @Test
  void aSilentStandbyIsWaitedForByTheWalsender() {
    OutageBound bound = BOUNDS.standbySilent(Duration.ofSeconds(60));

    assertThat(bound.since()).isEqualTo(Since.FAULT);
    assertParts(bound, parts("standby dropped", 60 + 2 * 7));
  }

  @Test
  void aStandbyThatHearsNothingGivesTheConnectionUpItself() {
    OutageBound bound = BOUNDS.standbyDeaf(Duration.ofSeconds(50));

    assertThat(bound.since()).isEqualTo(Since.FAULT);
    assertParts(bound, parts("standby dropped", 50 + 2 * 7));
  }

  @Test
  void whenTheDcsIsBackANodeTakesTheLock() {
    assertThat(BOUNDS.dcsBack().since()).isEqualTo(Since.HEALING);
    assertParts(
        BOUNDS.dcsBack(),
        parts("lock taken", 40 + 7 + 11, "promotion", 5, "entrypoint switch", SWITCH));
  }

  @Test
  void whenThePathIsBackTheEntrypointHasToSeeIt() {
    assertThat(BOUNDS.pathBack().since()).isEqualTo(Since.HEALING);
    assertParts(BOUNDS.pathBack(), parts("entrypoint switch", SWITCH));
  }

  @Test
  void clientsThatKnowAnotherWayNeedNoHealing() {
    assertThat(BOUNDS.otherPath().since()).isEqualTo(Since.FAULT);
    assertParts(BOUNDS.otherPath(), parts());
    assertParts(BOUNDS.otherPathAfterStop(), parts("sessions end", 10));
    assertParts(BOUNDS.otherPathSilent(Duration.ofSeconds(10)), parts("locks end", 10));
  }

  @Test
  void ofTwoAtOnceTheLongerCounts() {
    assertThat(BOUNDS.otherPath().orLonger(BOUNDS.crash())).isEqualTo(BOUNDS.crash());
    assertThat(BOUNDS.crash().orLonger(BOUNDS.otherPath())).isEqualTo(BOUNDS.crash());
    assertThat(BOUNDS.crash().orLonger(BOUNDS.pathBack())).isEqualTo(BOUNDS.pathBack());
  }

  @Test
  void theSumOfTheGuidesOwnSettingsIsTheOneOfTheReadme() {
    Bounds guide =
        new Bounds(
            new Settings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                2,
                3));

    assertThat(guide.graceful().total()).isEqualTo(Duration.ofSeconds(64));
    assertThat(guide.crash().total()).isEqualTo(Duration.ofSeconds(76));
  }

  @Test
  void longerSettingsGiveLongerBounds() {
    Bounds slow =
        new Bounds(
            new Settings(
                TTL.plusSeconds(1),
                LOOP_WAIT.plusSeconds(1),
                RETRY,
                TICK,
                INTER.plusSeconds(1),
                CHECK,
                4,
                9));

    for (Function<Bounds, OutageBound> one :
        java.util.List.<Function<Bounds, OutageBound>>of(
            Bounds::graceful,
            Bounds::crash,
            Bounds::lockLost,
            Bounds::restartInPlace,
            Bounds::standbyLost,
            Bounds::dcsBack,
            Bounds::pathBack)) {
      assertThat(one.apply(slow).total()).isGreaterThan(one.apply(BOUNDS).total());
    }
  }

  @Test
  void aClientsOwnTimeOutIsPartOfEachBound() {
    OutageBound.Part client =
        BOUNDS.otherPath().parts().stream()
            .filter(part -> part.phase().equals("first write"))
            .findFirst()
            .orElseThrow();

    assertThat(client.limit()).isGreaterThan(Sql.TIMEOUT);
    assertThat(client.why().in(Language.ENGLISH))
        .contains("time-out of " + Sql.TIMEOUT.toSeconds() + " s");
  }

  @Test
  void tellsHowTheTotalComesAbout() {
    assertThat(BOUNDS.standbyLost().derivation().in(Language.ENGLISH))
        .isEqualTo(
            "standby dropped 14.0 s (2 x loop_wait) + first write 5.0 s (a client's own time-out of 4 s, and a connection made anew) + the machine 10.0 s (allowance for a busy machine)");
    assertThat(BOUNDS.graceful().derivation().in(new Language("ru")))
        .startsWith("блокировка ещё держится 17.0 с (10 с на остановку + loop_wait) + выборы")
        .endsWith("+ запас на машину 10.0 с (запас на занятость машины)");
  }

  private static Map<String, Integer> failover(int lockHeld) {
    return parts("lock held", lockHeld, "election", 7, "promotion", 5, "entrypoint switch", SWITCH);
  }

  private static Map<String, Integer> parts(Object... namesAndSeconds) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSeconds.length; i += 2) {
      parts.put((String) namesAndSeconds[i], (Integer) namesAndSeconds[i + 1]);
    }
    parts.put("first write", CLIENT);
    parts.put("the machine", MACHINE);
    return parts;
  }

  private static void assertParts(OutageBound bound, Map<String, Integer> seconds) {
    assertThat(bound.parts()).extracting(Part::phase).containsExactlyElementsOf(seconds.keySet());
    assertThat(bound.parts())
        .extracting(part -> (int) part.limit().toSeconds())
        .containsExactlyElementsOf(seconds.values());
    assertThat(bound.total())
        .isEqualTo(Duration.ofSeconds(seconds.values().stream().mapToInt(Integer::intValue).sum()));
  }
}

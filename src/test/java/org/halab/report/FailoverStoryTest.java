package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LockEnd;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.domain.Phase;
import org.halab.domain.WriteProbe;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;

class FailoverStoryTest {
  private static final Instant FAULT = Instant.parse("2026-01-01T10:00:00Z");
  private static final Node OLD = new Node("pg-slave", "postgresql1");
  private static final Node NEW = new Node("pg-master", "postgresql0");
  private static final LeaderLock BEFORE =
      new LeaderLock("postgresql1", "0x1000000000a0001", FAULT.minusSeconds(60));

  private static final LogLine RELEASED =
      line(1.1, "pg-slave", "INFO: Zookeeper session closed, state: CLOSED");
  private static final LogLine EXPIRED =
      line(
          30.2,
          "zoo",
          "INFO Expiring session 0x1000000000a0001, timeout of 30000ms exceeded (o.a.z)");
  private static final LogLine PROMOTED =
      line(1.3, "pg-master", "INFO: promoted self to leader by acquiring session lock");
  private static final LogLine UP =
      line(
          6.4,
          "haproxy",
          "[WARNING] (8) : Server postgres/one is UP, reason: Layer7 check passed, code: 200");

  private static final History HISTORY =
      new History(
          List.of(
              write(1, 0.1, 0.2, Outcome.ACKNOWLEDGED),
              write(2, 0.5, 1.0, Outcome.UNKNOWN),
              write(3, 6.9, 7.0, Outcome.ACKNOWLEDGED)));

  @Test
  void aClosedSessionOfTheOldLeaderIsARelease() {
    assertThat(story(RELEASED, PROMOTED).lockEnd()).isEqualTo(LockEnd.RELEASED);
  }

  @Test
  void aClosedSessionOfTheOtherNodeIsNone() {
    LogLine other = line(1.1, "pg-master", "INFO: Zookeeper session closed, state: CLOSED");

    assertThat(story(other).lockEnd()).isEqualTo(LockEnd.UNCLEAR);
  }

  @Test
  void anExpiryOfTheSessionThatHeldTheLockIsAnExpiry() {
    assertThat(story(30.3, EXPIRED, PROMOTED).lockEnd()).isEqualTo(LockEnd.EXPIRED);
  }

  @Test
  void anExpiryOfAnotherSessionIsNone() {
    LogLine other =
        line(2, "zoo", "Expiring session 0x1000000000a0009, timeout of 4000ms exceeded");

    assertThat(story(other).lockEnd()).isEqualTo(LockEnd.UNCLEAR);
    assertThat(story(other).table().column("what it means"))
        .anyMatch(meaning -> meaning.endsWith("expired (it did not hold the lock)"));
  }

  @Test
  void bothOrNeitherAreUnclear() {
    assertThat(story(30.3, RELEASED, EXPIRED).lockEnd()).isEqualTo(LockEnd.UNCLEAR);
    assertThat(story().lockEnd()).isEqualTo(LockEnd.UNCLEAR);
  }

  @Test
  void whatWasLoggedAfterTheLockWasTakenDoesNotCount() {
    assertThat(story(RELEASED, EXPIRED).lockEnd()).isEqualTo(LockEnd.RELEASED);
  }

  @Test
  void aLockThatNeverChangedWasKept() {
    FailoverStory story =
        story(List.of(new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE))), RELEASED);

    assertThat(story.lockEnd()).isEqualTo(LockEnd.KEPT);
    assertThat(story.lockTaken()).isEmpty();
    assertThat(story.told()).contains("The leader lock was never free: postgresql1 (pg-slave)");
  }

  @Test
  void aLockThatNobodyCouldReadIsNotSaidToBeKept() {
    List<LockChange> kept = List.of(new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE)));
    Lane silent = lockLane(change(-3, "postgresql1"), change(2, Lane.NO_ANSWER));
    Lane silentForATime =
        lockLane(change(-3, "postgresql1"), change(2, Lane.NO_ANSWER), change(9, "postgresql1"));

    assertThat(story(silent, kept).lockEnd()).isEqualTo(LockEnd.UNSEEN);
    assertThat(story(silent, kept).told()).contains("nobody could read who held the leader lock");
    assertThat(story(silentForATime, kept).lockEnd()).isEqualTo(LockEnd.KEPT);
  }

  @Test
  void whileTheDcsIsSilentOnlyAnExpiryCounts() {
    Lane silent = lockLane(change(-3, "postgresql1"), change(0.1, Lane.NO_ANSWER));
    List<LockChange> free =
        List.of(
            new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE)),
            new LockChange(at(31), Optional.empty()));

    assertThat(story(silent, free, RELEASED).lockEnd()).isEqualTo(LockEnd.UNSEEN);
    assertThat(story(silent, free, EXPIRED).lockEnd()).isEqualTo(LockEnd.EXPIRED);
    assertThat(story(silent, free, RELEASED, EXPIRED).lockEnd()).isEqualTo(LockEnd.EXPIRED);
  }

  @Test
  void aLeaseThatIsGoneAfterASilenceMayHaveBeenForgotten() {
    Lane silent =
        lockLane(change(-3, "postgresql1"), change(0.1, Lane.NO_ANSWER), change(4.2, "nobody"));
    Lane blink =
        lockLane(
            change(-3, "postgresql1"), change(0.1, Lane.NO_ANSWER), change(0.4, "postgresql1"));
    List<LockChange> gone =
        List.of(
            new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE)),
            new LockChange(at(4.2), Optional.empty(), LockEnd.EXPIRED));

    assertThat(story(silent, gone).lockEnd()).isEqualTo(LockEnd.UNSEEN);
    assertThat(story(blink, gone).lockEnd()).isEqualTo(LockEnd.EXPIRED);
  }

  @Test
  void aLockThatItsHolderTakesAgainIsRenewed() {
    LockChange before = new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE));
    LockChange again =
        new LockChange(
            at(4.5),
            Optional.of(new LeaderLock("postgresql1", "0x1000000000a0007", at(4.4))),
            LockEnd.RELEASED);

    assertThat(story(List.of(before, again)).lockEnd()).isEqualTo(LockEnd.RENEWED);
    assertThat(story(List.of(before, new LockChange(at(4.4), Optional.empty()), again)).lockEnd())
        .isEqualTo(LockEnd.RENEWED);
    assertThat(story(List.of(before, again)).told()).contains("made the key its own again");
  }

  @Test
  void tellsWhyClientsFailOnWhileBothServersAreUp() {
    Lane old =
        new Lane("pg-slave", Lane.Kind.SERVER, List.of(change(-3, "UP"), change(6.8, "DOWN")));
    Lane early =
        new Lane("pg-slave", Lane.Kind.SERVER, List.of(change(-3, "UP"), change(5, "DOWN")));
    LockChange unchanged = new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE));
    History failing =
        new History(
            List.of(
                write(1, 0.5, 1.0, Outcome.UNKNOWN),
                write(2, 6.5, 10.5, Outcome.REJECTED),
                write(3, 10.6, 10.7, Outcome.ACKNOWLEDGED)));

    assertThat(story(old, List.of(unchanged), failing, UP).told())
        .contains("From 6.4 s to 6.8 s the entrypoint held both servers UP")
        .contains("still be led to postgresql1 (pg-slave); writes begun meanwhile that failed: 1.");
    assertThat(story(early, List.of(unchanged), failing, UP).told()).doesNotContain("both servers");
  }

  @Test
  void whatTheDcsTellsOfTheEndGoesBeforeTheLogs() {
    FailoverStory story =
        story(
            List.of(
                new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE)),
                new LockChange(at(30), Optional.empty(), LockEnd.EXPIRED)),
            RELEASED);

    assertThat(story.lockEnd()).isEqualTo(LockEnd.EXPIRED);
    assertThat(story.table().column("evidence"))
        .contains("the key does not exist, and the lease that it was held in has expired");
  }

  @Test
  void cutsTheOutageIntoPhasesWithoutGaps() {
    assertThat(story().phases())
        .containsExactly(
            new Phase("lock held", FAULT, at(1.2)),
            new Phase("election", at(1.2), at(1.35)),
            new Phase("promotion", at(1.35), at(2.0)),
            new Phase("entrypoint switch", at(2.0), at(6.4)),
            new Phase("first write", at(6.4), at(7.0)));
  }

  @Test
  void whatWasLoggedBeforeTheFaultDoesNotCount() {
    LogLine early = line(-5, "pg-slave", RELEASED.text());

    assertThat(story(early).lockEnd()).isEqualTo(LockEnd.UNCLEAR);
  }

  @Test
  void tellsInOrderWithThisRunsNamesAndTimes() {
    FailoverStory story = story(UP, PROMOTED, RELEASED);

    assertThat(story.happenings()).isSorted();
    assertThat(story.told())
        .contains("pg-slave was stopped while postgresql1 (pg-slave) led the cluster")
        .contains("released the leader lock, 1.2 s after the fault")
        .contains("postgresql0 (pg-master) then took the lock, 1.3 s after the fault")
        .contains("The entrypoint saw a leader's health check succeed often enough after 6.4 s")
        .contains("Writes through the entrypoint failed from 0.5 s on")
        .contains("6.5 s to the first success")
        .contains("Reads through the entrypoint never failed");
  }

  @Test
  void tellsInRussian() {
    FailoverStory story = story("ru", 30.3, EXPIRED, PROMOTED, UP);

    assertThat(story.told().lines().toList())
        .hasSize(6)
        .noneMatch(line -> line.matches(".*\\b(the|was|of)\\b.*"))
        .contains(
            "pg-slave остановлен; лидером кластера в этот момент был postgresql1 (pg-slave).",
            "Блокировку лидера никто не снимал: она держалась, пока не истекла сессия 0x1000000000a0001 замолчавшего лидера, через 30.3 с после сбоя. Её тайм-аут отсчитывается от последнего сообщения, а не от сбоя.",
            "Чтение через точку входа ни разу не прерывалось.");
    assertThat(story.phases())
        .extracting(Phase::name)
        .allSatisfy(name -> assertThat(Phrasebook.of("ru").say(name)).isNotEqualTo(name));
    assertThat(story.table().column("кто")).contains("ключ лидера", "клиенты", "zoo");
    assertThat(story.table().column("что это значит"))
        .contains("сессия 0x1000000000a0001 молчала дольше своего тайм-аута 30 с и истекла");
    assertThat(story.answers().rows()).contains(List.of("запись", "после неё", "1", "0", "0"));
  }

  @Test
  void countsTheAnswersBeforeDuringAndAfter() {
    assertThat(story().answers().rows().subList(3, 6))
        .containsExactly(
            List.of("write", "before the fault", "0", "0", "0"),
            List.of("write", "until the last failure", "1", "0", "1"),
            List.of("write", "after it", "1", "0", "0"));
  }

  @Test
  void measuresHowLongTheLockOutlivedTheFault() {
    assertThat(story().lockOutlivedFault()).contains(Duration.ofMillis(1200));
    assertThat(story().lockTaken()).contains(at(1.3));
  }

  private static FailoverStory story(LogLine... logs) {
    return story(1.2, logs);
  }

  private static FailoverStory story(double lockFree, LogLine... logs) {
    return story("en", lockFree, logs);
  }

  private static FailoverStory story(String language, double lockFree, LogLine... logs) {
    return story(
        new Language(language),
        List.of(
            new LockChange(FAULT.minusSeconds(3), Optional.of(BEFORE)),
            new LockChange(at(lockFree), Optional.empty()),
            new LockChange(
                at(lockFree + 0.15),
                Optional.of(
                    new LeaderLock("postgresql0", "0x1000000000a0002", at(lockFree + 0.1))))),
        logs);
  }

  private static FailoverStory story(List<LockChange> lock, LogLine... logs) {
    return story(Language.ENGLISH, lock, logs);
  }

  private static FailoverStory story(Language language, List<LockChange> lock, LogLine... logs) {
    return story(language, List.of(), lock, HISTORY, logs);
  }

  private static FailoverStory story(Lane lane, List<LockChange> lock, LogLine... logs) {
    return story(lane, lock, HISTORY, logs);
  }

  private static FailoverStory story(
      Lane lane, List<LockChange> lock, History history, LogLine... logs) {
    return story(Language.ENGLISH, List.of(lane), lock, history, logs);
  }

  private static Lane lockLane(Lane.Change... changes) {
    return new Lane("leader key", Lane.Kind.LOCK, List.of(changes));
  }

  private static FailoverStory story(
      Language language, List<Lane> more, List<LockChange> lock, History history, LogLine... logs) {
    Lane entrypoint =
        new Lane("pg-master", Lane.Kind.SERVER, List.of(change(-3, "DOWN"), change(6.4, "UP")));
    return new FailoverStory(
        new FaultEvidence(
            "pg-slave was stopped",
            FAULT,
            Optional.empty(),
            OLD,
            NEW,
            BEFORE,
            List.of(logs),
            lock,
            Stream.concat(Stream.of(entrypoint), more.stream()).toList(),
            List.of(
                new WriteProbe("pg-slave", at(-0.2), at(-0.1), true),
                new WriteProbe("pg-master", at(1.0), at(1.1), false),
                new WriteProbe("pg-master", at(1.9), at(2.0), true)),
            history),
        language);
  }

  private static Lane.Change change(double at, String value) {
    return new Lane.Change(at(at), value);
  }

  private static Operation write(long number, double start, double end, Outcome outcome) {
    return new Operation(Kind.WRITE, number, at(start), at(end), outcome, "");
  }

  private static LogLine line(double seconds, String service, String text) {
    return new LogLine(at(seconds), service, text);
  }

  private static Instant at(double seconds) {
    return FAULT.plusMillis(Math.round(seconds * 1000));
  }
}

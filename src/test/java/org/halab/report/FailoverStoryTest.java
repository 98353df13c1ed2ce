package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.checker.failover.Failovers.EXPIRED;
import static org.halab.checker.failover.Failovers.HELD;
import static org.halab.checker.failover.Failovers.PROMOTED;
import static org.halab.checker.failover.Failovers.RELEASED;
import static org.halab.checker.failover.Failovers.UP;
import static org.halab.checker.failover.Failovers.at;
import static org.halab.checker.failover.Failovers.change;
import static org.halab.checker.failover.Failovers.lockLane;
import static org.halab.checker.failover.Failovers.write;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halab.checker.failover.Failover;
import org.halab.checker.failover.Failovers;
import org.halab.checker.failover.FaultEvidence;
import org.halab.domain.Answerer;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockChange;
import org.halab.domain.LockEnd;
import org.halab.domain.LogLine;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class FailoverStoryTest {
  private static final Language RUSSIAN = new Language("ru");

  @Test
  void tellsInOrderWithThisRunsNamesAndTimes() {
    assertThat(told(Failovers.of(UP, PROMOTED, RELEASED)))
        .contains("pg-slave was stopped while postgresql1 (pg-slave) led the cluster")
        .contains("released the leader lock, after 1.2 s")
        .contains("postgresql0 (pg-master) then took the lock, after 1.3 s")
        .contains("The entrypoint saw a leader's health check succeed often enough after 6.4 s")
        .contains("Writes through the entrypoint failed from 0.5 s on")
        .contains("6.5 s to the first success")
        .contains("Reads through the entrypoint never failed");
  }

  @Test
  void whatDidNotHappenIsToldWithHowLongItWasWatched() {
    History served =
        new History(
            List.of(
                write(1, 0.1, 0.2, Outcome.ACKNOWLEDGED),
                write(2, 2.5, 2.6, Outcome.ACKNOWLEDGED)));

    assertThat(told(Failovers.of(List.of(), List.of(HELD), served)))
        .contains("Writes through the entrypoint never failed in the 2.6 s that clients went on");
  }

  @Test
  void clientsThatWereStillServedAreToldWithTheReason() {
    LogLine asked = Failovers.line(6.6, "pg-slave", "LOG:  received fast shutdown request");
    History late =
        new History(
            List.of(write(1, 6.7, 7, Outcome.REJECTED), write(2, 8, 8.1, Outcome.ACKNOWLEDGED)));

    assertThat(told(Failovers.of(List.of(), List.of(HELD), late, asked)))
        .contains("For another 6.7 s clients were still served.")
        .contains("The PostgreSQL of postgresql1 (pg-slave) was asked to shut down after 6.6 s");
  }

  @Test
  void aSilentDcsIsToldBesideTheLockAndSoIsTheDemotionThatItCauses() {
    Lane silent =
        lockLane(change(-3, "postgresql1"), change(2, Lane.NO_ANSWER), change(19, "postgresql1"));
    LogLine demoted =
        Failovers.line(
            14, "pg-slave", "INFO: demoting self because DCS is not accessible and I was a leader");

    assertThat(told(Failovers.of(silent, List.of(HELD), demoted)))
        .contains("From 2.0 s to 19.0 s the DCS did not answer, and nobody could read who held")
        .contains(
            "The Patroni of pg-slave took the leadership from its own PostgreSQL after 14.0 s")
        .contains("DCS is not accessible and I was a leader");
  }

  @Test
  void readsThatTheOldLeaderAnsweredAsAReplicaAreTold() {
    History demoted =
        new History(
            List.of(
                read(-0.2, new Answerer("pg-slave", false)),
                read(0.2, new Answerer("pg-slave", false)),
                read(3.0, new Answerer("pg-slave", true)),
                read(4.5, new Answerer("pg-slave", true)),
                read(7.0, new Answerer("pg-master", false))));

    assertThat(told(Failovers.of(List.of(), List.of(HELD), demoted)))
        .contains(
            "2 reads were answered by postgresql1 (pg-slave) as a replica, from 3.0 s to 4.5 s");
    assertThat(told(Failovers.of(UP, PROMOTED, RELEASED))).doesNotContain("as a replica");
  }

  private static Operation read(double end, Answerer by) {
    return new Operation(Kind.READ, 0, at(end - 0.1), at(end), Outcome.ACKNOWLEDGED, "").by(by);
  }

  @Test
  void twoOutagesAreNotToldAsOne() {
    History twice =
        new History(
            List.of(
                write(1, 0.5, 1, Outcome.REJECTED),
                write(2, 29, 29.8, Outcome.ACKNOWLEDGED),
                write(3, 30, 80, Outcome.REJECTED),
                write(4, 80.1, 80.4, Outcome.ACKNOWLEDGED)));

    assertThat(told(Failovers.of(List.of(), List.of(HELD), twice)))
        .contains(
            "failed from 0.5 s on; the first succeeded again at 29.8 s, the last failure ended at 1.0 s")
        .contains("failed again from 30.0 s on; the first succeeded at 80.4 s");
  }

  @Test
  void onlyTheLocksOwnSessionIsQuotedBesideTheLock() {
    LogLine other =
        Failovers.line(2, "zoo", "Expiring session 0x1000000000a0009, timeout of 4000ms exceeded");
    LogLine lost =
        Failovers.line(
            2, "zoo", "Unable to read additional data from client, it closed, session = 0x77");

    assertThat(Failovers.of(30.3, EXPIRED, other, lost).logs().get("zoo")).containsExactly(EXPIRED);
    assertThat(Failovers.of(30.3, EXPIRED, lost).events())
        .noneMatch(one -> one.evidence().contains("0x77"));
  }

  @Test
  void tellsWhatBecameOfTheLock() {
    Lane silent = lockLane(change(-3, "postgresql1"), change(2, Lane.NO_ANSWER));
    LockChange again =
        new LockChange(
            at(4.5),
            Optional.of(new LeaderLock("postgresql1", "0x1000000000a0007", at(4.4))),
            LockEnd.RELEASED);

    assertThat(told(Failovers.of(List.of(HELD), RELEASED)))
        .contains("The leader lock was never free: postgresql1 (pg-slave)");
    assertThat(told(Failovers.of(silent, List.of(HELD))))
        .contains("nobody could read who held the leader lock");
    assertThat(told(Failovers.of(List.of(HELD, again)))).contains("made the key its own again");
  }

  @Test
  void tellsWhyClientsFailOnWhileBothServersAreUp() {
    Lane old =
        new Lane("pg-slave", Lane.Kind.SERVER, List.of(change(-3, "UP"), change(6.8, "DOWN")));
    History failing =
        new History(
            List.of(
                write(1, 0.5, 1.0, Outcome.UNKNOWN),
                write(2, 6.5, 10.5, Outcome.REJECTED),
                write(3, 10.6, 10.7, Outcome.ACKNOWLEDGED)));

    assertThat(told(Failovers.of(List.of(old), List.of(HELD), failing, UP)))
        .contains("From 6.4 s to 6.8 s the entrypoint held both servers UP")
        .contains("still be led to postgresql1 (pg-slave); writes begun meanwhile that failed: 1.");
  }

  @Test
  void whyAKilledContainerStaysDownIsTold() {
    Lane down =
        new Lane(
            "pg-slave", Lane.Kind.CONTAINER, List.of(change(-3, "running"), change(0.1, "exited")));
    Lane again =
        new Lane(
            "pg-slave",
            Lane.Kind.CONTAINER,
            List.of(change(-3, "running"), change(0.1, "exited"), change(6, "running")));
    Message killed = Message.of("fault.killed").with("service", "pg-slave");

    assertThat(told(with(killed, Optional.empty(), down)))
        .contains("pg-slave stayed down: for Docker a \"docker kill\" is a stop by hand");
    assertThat(told(with(killed, Optional.of(at(5.9)), again)))
        .contains("pg-slave stayed down")
        .contains("After 5.9 s what was down was started again.");
    assertThat(told(with(killed, Optional.empty(), again))).doesNotContain("stayed down");
    assertThat(told(with(Message.of("fault.handedOver").with("node", "one"), Optional.empty())))
        .doesNotContain("fault");
  }

  @Test
  void whyASilentServerIsCalledDownSoLateIsTold() {
    Lane exited =
        new Lane(
            "pg-slave", Lane.Kind.CONTAINER, List.of(change(-3, "running"), change(1, "exited")));
    String late =
        "Server postgres/two is DOWN, reason: Layer4 timeout, check duration: 3001ms. 1 active";

    assertThat(told(with(exited, Failovers.line(18.5, "haproxy", late))))
        .contains("HAProxy called two DOWN after 18.5 s")
        .contains("only when 3.0 s have passed without a connection")
        .contains("so 3 failed checks (\"fall\") take up to 3 × (3.0 s + 3.0 s) = 18.0 s.");
    assertThat(told(with(exited, Failovers.line(25, "haproxy", late))))
        .doesNotContain("DOWN after");
    assertThat(
            told(
                with(
                    exited,
                    Failovers.line(
                        11,
                        "haproxy",
                        "Server postgres/two is DOWN, reason: Layer7 wrong status"))))
        .doesNotContain("DOWN after");
  }

  private static Failover with(Lane lane, LogLine line) {
    return Failovers.of(lane, List.of(HELD), line);
  }

  private static Failover with(Message done, Optional<Instant> healedAt, Lane... lanes) {
    FaultEvidence made = Failovers.of(List.of(lanes), List.of(HELD), Failovers.HISTORY).evidence();
    return new Failover(
        new FaultEvidence(
            done,
            made.at(),
            healedAt,
            made.oldLeader(),
            made.newLeader(),
            made.before(),
            made.logs(),
            made.lock(),
            made.lanes(),
            made.probes(),
            made.history(),
            made.settings()));
  }

  @Test
  void tellsInRussian() {
    Failover failover = Failovers.of(30.3, EXPIRED, PROMOTED, UP);
    FailoverStory story = new FailoverStory(failover);
    Table table = story.table().in(RUSSIAN);

    assertThat(told(failover, RUSSIAN).lines().toList())
        .hasSize(6)
        .noneMatch(line -> line.matches(".*\\b(the|was|of)\\b.*"))
        .contains(
            "pg-slave остановлен; лидером кластера в этот момент был postgresql1 (pg-slave).",
            "Блокировку лидера никто не снимал: она держалась, пока не истекла сессия 0x1000000000a0001 замолчавшего лидера, через 30.3 с. Её тайм-аут отсчитывается от последнего сообщения.",
            "Чтение через точку входа ни разу не прерывалось, пока клиенты работали (7.0 с).");
    assertThat(table.column("кто")).contains("ключ лидера", "клиенты", "zoo");
    assertThat(table.column("что это значит"))
        .contains("сессия 0x1000000000a0001 молчала дольше своего тайм-аута 30 с и истекла");
    assertThat(story.answers().in(RUSSIAN).rows())
        .contains(List.of("запись", "после неё", "1", "0", "0"));
  }

  @Test
  void theCourseOfEventsShowsWhatEachIsKnownBy() {
    LogLine other =
        Failovers.line(2, "zoo", "Expiring session 0x1000000000a0009, timeout of 4000ms exceeded");
    LockChange expired = new LockChange(at(30), Optional.empty(), LockEnd.EXPIRED);
    Table table =
        new FailoverStory(Failovers.of(List.of(HELD, expired), other)).table().in(Language.ENGLISH);

    assertThat(table.column("what it means"))
        .anyMatch(meaning -> meaning.endsWith("expired (it did not hold the lock)"));
    assertThat(table.column("evidence"))
        .contains(
            other.text(),
            "row 2 unknown",
            "the lock was held by postgresql1 in session 0x1000000000a0001",
            "the key does not exist, and the lease that it was held in has expired");
  }

  @Test
  void countsTheAnswersBeforeDuringAndAfter() {
    assertThat(
            new FailoverStory(Failovers.of()).answers().in(Language.ENGLISH).rows().subList(3, 6))
        .containsExactly(
            List.of("write", "before the fault", "0", "0", "0"),
            List.of("write", "until the last failure", "1", "0", "1"),
            List.of("write", "after it", "1", "0", "0"));
  }

  private static String told(Failover failover) {
    return told(failover, Language.ENGLISH);
  }

  private static String told(Failover failover, Language language) {
    return new FailoverStory(failover)
        .told().stream().map(one -> one.in(language)).collect(Collectors.joining("\n"));
  }
}

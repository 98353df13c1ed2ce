package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.Guess.Leads;
import org.halab.domain.LockEnd;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiments;
import org.halab.report.model.Guessed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessStoryTest {
  private static final Instant FAULT = Instant.parse("2026-11-23T01:00:00Z");

  @Test
  void nobodyAskedNothingTold() {
    assertThat(GuessStory.of(killed(null))).isEmpty();
  }

  @Test
  void guessBoundAndMeasurementStandSideBySide() {
    assertThat(
            story(killed(new Guessed(Leads.OTHER, 12.0, bound(72, "FAULT")))).table().in(EN).rows())
        .containsExactly(
            List.of("who leads after it", "another node", "", "postgresql1"),
            List.of("for how long no write succeeds", "12.0 s", "at most 72.0 s", "31.0 s"));
  }

  @Test
  void whatWasNotSaidIsSaidToBeSo() {
    assertThat(story(killed(new Guessed(Leads.SAME, null, null))).table().in(EN).rows())
        .containsExactly(
            List.of("who leads after it", "postgresql0", "", "postgresql1"),
            List.of("for how long no write succeeds", "not said", "no bound", "31.0 s"));
  }

  @Test
  void aKilledLeaderKeepsTheLockUntilItsSessionEnds() {
    assertThat(told(killed(new Guessed(Leads.SAME, 5.0, bound(72, "FAULT")))))
        .containsExactly(
            "Who leads was guessed wrong (postgresql0): postgresql1 leads, for the session in which"
                + " postgresql0 held the leader lock expired after ttl (30 s), and a node that"
                + " follows takes a free lock by itself.",
            "The time was guessed too short by 26.0 s. A leader that is gone without a word keeps"
                + " the leader lock until its session ends (ttl 30 s): 28.0 s of the outage were"
                + " that, and nobody may take over sooner.");
  }

  @Test
  void aGoodGuessIsCalledSo() {
    assertThat(told(killed(new Guessed(Leads.OTHER, 30.0, bound(72, "FAULT")))))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("Who leads was guessed right: postgresql1 leads"),
            one ->
                assertThat(one)
                    .isEqualTo("The time was guessed well: 30.0 s, and 31.0 s was measured."));
  }

  @Test
  void longerThanTheBoundNobodyHasToWait() {
    assertThat(told(killed(new Guessed(null, 100.0, bound(72, "FAULT")))))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("The time was guessed too long by 69.0 s."),
            one -> assertThat(one).endsWith("with these settings: a sum."));
  }

  @Test
  void aStoppedLeaderLetsNothingExpire() {
    Experiment stopped =
        experiment(
            LockEnd.RELEASED,
            Optional.of("postgresql1"),
            List.of(phase("lock held", 0, 2), phase("entrypoint switch", 2, 6)),
            6,
            null,
            new Guessed(null, 30.0, null));

    assertThat(told(stopped))
        .containsExactly(
            "The time was guessed too long by 24.0 s. The leader gave its lock back itself: nothing"
                + " had to expire, so the ttl of 30 s is no part of this outage.");
  }

  @Test
  void theEntrypointsChecksAreNamedWhereTheyTakeLongest() {
    Experiment stopped =
        experiment(
            LockEnd.RELEASED,
            Optional.of("postgresql1"),
            List.of(phase("lock held", 0, 2), phase("entrypoint switch", 2, 6)),
            6,
            null,
            new Guessed(null, 1.0, null));

    assertThat(told(stopped).get(0)).contains("only after 2 good checks, 3 s apart: 4.0 s");
  }

  @Test
  void whatIsNotHealedLetsNobodyLead() {
    Experiment frozen =
        experiment(
            LockEnd.UNSEEN,
            Optional.empty(),
            List.of(),
            60,
            FAULT.plusSeconds(50),
            new Guessed(Leads.SAME, 20.0, bound(65, "HEALING")));

    assertThat(told(frozen))
        .satisfiesExactly(
            one -> assertThat(one).contains("No node leads as long as it is not healed"),
            one ->
                assertThat(one)
                    .endsWith("before it was healed, and that was 50.0 s after the fault."));
    assertThat(story(frozen).table().in(EN).rows().get(1))
        .contains("at most 65.0 s from the healing on");
  }

  @Test
  void whereNoWriteFailedThatIsTheMeasurement() {
    Experiment unnoticed =
        experiment(
            LockEnd.KEPT,
            Optional.of("postgresql0"),
            List.of(),
            0,
            null,
            new Guessed(Leads.OTHER, 30.0, null));

    assertThat(story(unnoticed).table().in(EN).rows().get(1)).contains("0 s: no write failed");
    assertThat(told(unnoticed))
        .satisfiesExactly(
            one -> assertThat(one).contains("postgresql0 leads on"),
            one -> assertThat(one).contains("No write failed"));
  }

  @Test
  void itIsKeptInTheRecord(@TempDir Path directory) {
    Experiment killed = killed(new Guessed(Leads.SAME, 5.0, bound(72, "FAULT")));

    Experiments.write(killed, directory);

    assertThat(Experiments.in(directory))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(story(read).table()).isEqualTo(story(killed).table());
              assertThat(told(read)).isEqualTo(told(killed));
            });
  }

  @Test
  void itIsToldInRussianToo() {
    GuessStory story = story(killed(new Guessed(Leads.SAME, 5.0, bound(72, "FAULT"))));

    assertThat(story.told())
        .allSatisfy(one -> assertThat(one.in(new Language("ru"))).containsPattern("[а-я]{4}"));
    assertThat(story.table().in(new Language("ru")).rows().get(1))
        .containsExactly(
            "сколько не проходит ни одна запись", "5.0 с", "не больше 72.0 с", "31.0 с");
  }

  private static final Language EN = Language.ENGLISH;

  private static GuessStory story(Experiment one) {
    return GuessStory.of(one).orElseThrow();
  }

  private static List<String> told(Experiment one) {
    return story(one).told().stream().map(message -> message.in(EN)).toList();
  }

  private static Experiment killed(Guessed guess) {
    return experiment(
        LockEnd.EXPIRED,
        Optional.of("postgresql1"),
        List.of(
            phase("lock held", 0, 28),
            phase("promotion", 28, 29),
            phase("entrypoint switch", 29, 31)),
        31,
        null,
        guess);
  }

  private static Experiment experiment(
      LockEnd end,
      Optional<String> leader,
      List<Experiment.Phase> phases,
      double outage,
      Instant healed,
      Guessed guess) {
    List<Experiment.Event> events = new ArrayList<>();
    events.add(
        new Experiment.Event(
            FAULT, Kind.FAULT, "experiment", "", Map.of("holder", "postgresql0"), ""));
    leader
        .filter("postgresql1"::equals)
        .ifPresent(
            one ->
                events.add(
                    new Experiment.Event(
                        at(28.5), Kind.LOCK_TAKEN, "key", "", Map.of("holder", one), "")));
    return new Experiment(
        "features/a.feature",
        1,
        "A scenario",
        "guide",
        new Experiment.Fault(Message.text("it was done"), FAULT, healed),
        Map.of("ttl", 30.0, "loop_wait", 10.0, "rise", 2.0, "inter", 3.0),
        List.of(
            new Experiment.Lane(
                "postgresql0",
                "role",
                List.of(
                    new Experiment.Change(FAULT.minusSeconds(1), "primary"),
                    new Experiment.Change(
                        at(5),
                        leader.equals(Optional.of("postgresql0")) ? "primary" : "replica")))),
        List.of(),
        events,
        phases,
        outage == 0
            ? List.of()
            : List.of(
                new Experiment.Outage("WRITE", outage, outage, at(0), at(outage), at(outage))),
        null,
        null,
        List.of(),
        null,
        List.of(new Message("report.told.lock." + end, Map.of())),
        1,
        guess);
  }

  private static Experiment.Bound bound(double seconds, String since) {
    return new Experiment.Bound("outage bound", since, seconds, Message.text("a sum"));
  }

  private static Experiment.Phase phase(String name, double from, double to) {
    return new Experiment.Phase(name, at(from), at(to), to - from);
  }

  private static Instant at(double seconds) {
    return FAULT.plusMillis(Math.round(seconds * 1000));
  }
}

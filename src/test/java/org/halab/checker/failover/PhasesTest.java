package org.halab.checker.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halab.checker.failover.Failovers.at;
import static org.halab.checker.failover.Failovers.change;

import java.time.Duration;
import java.util.List;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LockChange;
import org.halab.domain.Outcome;
import org.halab.domain.Phase;
import org.junit.jupiter.api.Test;

class PhasesTest {
  @Test
  void cutsTheOutageIntoPhasesWithoutGaps() {
    assertThat(Failovers.of().phases())
        .containsExactly(
            new Phase("still served", Failovers.FAULT, at(0.5)),
            new Phase("lock held", at(0.5), at(1.2)),
            new Phase("election", at(1.2), at(1.35)),
            new Phase("promotion", at(1.35), at(2.0)),
            new Phase("entrypoint switch", at(2.0), at(6.4)),
            new Phase("first write", at(6.4), at(7.0)));
  }

  @Test
  void withoutAFailureThereAreNone() {
    History served = new History(List.of(Failovers.write(1, 0.1, 0.2, Outcome.ACKNOWLEDGED)));

    assertThat(Failovers.of(List.of(), List.of(Failovers.HELD), served).phases()).isEmpty();
  }

  @Test
  void whatWasSeenOutOfOrderEndsWhereThePhaseBeforeItEnded() {
    // The lock is seen to be taken after the new leader took a write, and its server was UP.
    assertThat(Failovers.of(6.5).phases())
        .extracting(Phase::name, Phase::to)
        .contains(
            org.assertj.core.groups.Tuple.tuple("promotion", at(6.65)),
            org.assertj.core.groups.Tuple.tuple("entrypoint switch", at(6.65)),
            org.assertj.core.groups.Tuple.tuple("first write", at(7.0)));
  }

  @Test
  void aPhaseWhoseEndNobodySawIsLeftOut() {
    List<LockChange> onlyHeld = List.of(Failovers.HELD);

    assertThat(Failovers.of(onlyHeld).phases())
        .extracting(Phase::name)
        .containsExactly("still served", "promotion", "entrypoint switch", "first write");
  }

  @Test
  void noPhaseBeginsBeforeClientsFeelTheFaultSoTheyAddUpToTheOutage() {
    History late =
        new History(
            List.of(
                Failovers.write(1, 10.4, 11, Outcome.REJECTED),
                Failovers.write(2, 40, 40.5, Outcome.ACKNOWLEDGED)));
    List<Phase> phases = Failovers.of(List.of(), List.of(Failovers.HELD), late).phases();

    assertThat(phases.get(0)).isEqualTo(new Phase("still served", Failovers.FAULT, at(10.4)));
    assertThat(phases.stream().skip(1).map(Phase::length).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMillis(30_100));
  }

  @Test
  void bothServersAreUpUntilTheOldLeadersLeaves() {
    Lane late =
        new Lane("pg-slave", Lane.Kind.SERVER, List.of(change(-3, "UP"), change(6.8, "DOWN")));
    Lane early =
        new Lane("pg-slave", Lane.Kind.SERVER, List.of(change(-3, "UP"), change(5, "DOWN")));
    List<LockChange> lock = List.of(Failovers.HELD);

    assertThat(Failovers.of(late, lock).bothServersUp())
        .contains(new Phase("both servers up", at(6.4), at(6.8)));
    assertThat(Failovers.of(early, lock).bothServersUp()).isEmpty();
  }
}

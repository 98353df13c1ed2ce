package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Settings;
import org.halab.experiment.Experiment;
import org.halab.fault.ClockStepped;
import org.halab.fault.Fault;
import org.halab.message.Message;
import org.halab.scenario.World;

/** A node whose clock is wrong, and its Patroni, which counts its rounds by that clock. */
public final class ClockSteps {
  /** What a leader's Patroni says in each round in which it has nothing to do. */
  private static final String ROUND = ".*the leader with the lock.*";

  private final World world;
  private Fault clock;

  public ClockSteps(World world) {
    this.world = world;
  }

  /** The wait that it is in goes on as it began; the next one is counted by the wrong clock. */
  @Given(
      "the leader's clock was stepped back by an hour, and its Patroni waits for the hour to pass")
  public void steppedBack() throws SQLException {
    Node leader = world.experiment().oldLeader();
    Settings settings = world.cluster().settings();
    clock = Fault.inflict(ClockStepped.LEADER_BACK.on(world.cluster(), leader), world.cluster());
    world.atEnd(clock);
    world
        .cluster()
        .waits()
        .until(
            world.cluster().deadlines().replicated(),
            Message.of("steps.clock.wait.round").with("node", leader),
            () -> rounds(leader, clock.at(), Instant.now()),
            seen -> !seen.isEmpty());
    world.cluster().waits().out(settings.loopWait());
  }

  private List<LogLine> rounds(Node node, Instant from, Instant to) {
    return world.cluster().access(node).logs(from).stream()
        .filter(line -> line.at().isAfter(from) && line.at().isBefore(to))
        .filter(line -> line.text().matches(ROUND))
        .toList();
  }

  /** In the time in which it makes a round each loop_wait else; the one under way may end. */
  @Then("the leader's Patroni made at most one round until then")
  public void noRounds() throws SQLException {
    Experiment experiment = world.experiment();
    Node leader = experiment.oldLeader();
    Instant fault = experiment.fault().at();
    Instant healed = experiment.fault().healedAt().orElseThrow();
    List<LogLine> rounds = rounds(leader, fault, healed);
    world
        .evidence()
        .note(
            Message.of("steps.clock.rounds")
                .with("node", leader)
                .with("count", rounds.size())
                .with("time", Duration.between(fault, healed)));
    assertThat(rounds).as("%s", Message.of("steps.check.clock.rounds")).hasSizeLessThan(2);
  }

  @Then("nobody starts it, and nobody takes writes, for longer than the ttl")
  public void nobodyStartsIt() throws SQLException {
    Experiment experiment = world.experiment();
    Node leader = experiment.oldLeader();
    Settings settings = world.cluster().settings();
    world.cluster().waits().out(settings.ttl().plus(settings.loopWait()));
    Instant since = Instant.now().minus(settings.ttl());
    world
        .evidence()
        .note(
            Message.of("steps.clock.nobody")
                .with("node", leader)
                .with("time", experiment.sinceFault(Instant.now())));
    assertThat(experiment.clients().writesTakenSince(since))
        .as("%s", Message.of("steps.check.clock.taken"))
        .isZero();
    assertThat(experiment.fault().over())
        .as("%s", Message.of("steps.check.clock.started"))
        .isFalse();
  }

  @When("the clock is right again")
  public void rightAgain() {
    clock.heal();
  }
}

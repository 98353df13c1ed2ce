package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halab.HostsUp;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.scenario.KilledRun;
import org.halab.scenario.World;

/** A swarm of several hosts: how it comes up, when it is whole, and what is left of it. */
public final class SwarmSteps {
  private final World world;
  private Instant begun;
  private String name;
  private List<String> had = List.of();

  public SwarmSteps(World world) {
    this.world = world;
  }

  @When("the {word} stack is brought up from nothing")
  public void broughtUp(String stack) {
    world.possible(stack);
    world.requireOwnHosts();
    begun = Instant.now();
    world.deployedAnew(stack);
    name = world.cluster().project().name();
  }

  @Then("a client's first write succeeds within {int} seconds")
  public void firstWrite(int seconds) {
    world.health().awaitWrites();
    Duration taken = Duration.between(begun, Instant.now());
    world.evidence().note(Message.of("steps.firstWrite").with("time", taken));
    assertThat(taken)
        .as("%s", Message.of("steps.check.firstWrite"))
        .isLessThan(Duration.ofSeconds(seconds));
  }

  @Then("the swarm has a leader, and each service exactly one container")
  public void whole() {
    Swarm swarm = world.cluster().project().swarm().orElseThrow();
    swarm.awaitWhole();
    world.evidence().show(Message.of("steps.swarmHosts"), swarm.nodes());
    world.evidence().show(Message.of("steps.swarmTasks"), swarm.tasks());
  }

  @When("it is taken down")
  public void takenDown() {
    had = world.onThisMachine(name);
    world.cluster().close();
  }

  @When("a run that has brought up the {word} stack is killed by SIGKILL")
  public void killed(String stack) {
    world.possible(stack);
    world.requireOwnHosts();
    KilledRun run = new KilledRun(HostsUp.class);
    world.atEnd(world::clearHosts);
    world.atEnd(run);
    name = run.kill();
  }

  @Then("all that it started lives on")
  public void livesOn() {
    had = world.onThisMachine(name);
    show(had);
    assertThat(had)
        .as("%s", Message.of("steps.check.livesOn"))
        .anyMatch(line -> line.matches("process .*patroni.*"))
        .anyMatch(line -> line.startsWith("volume "));
  }

  @When("the next run begins")
  public void nextRun() {
    assertThat(world.clearHosts()).as("%s", Message.of("steps.check.cleared")).contains(name);
  }

  @Then("nothing of it is left on this machine")
  public void nothingLeft() {
    List<String> left = world.onThisMachine(name);
    world
        .evidence()
        .note(
            Message.of("steps.left")
                .with("before", (long) had.size())
                .with("after", (long) left.size()));
    show(left);
    assertThat(had).as("%s", Message.of("steps.check.had")).isNotEmpty();
    assertThat(left).as("%s", Message.of("steps.check.left")).isEmpty();
  }

  private void show(List<String> lines) {
    world.evidence().show(Message.of("steps.onThisMachine"), String.join("\n", lines));
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.halab.domain.Node;
import org.halab.experiment.Experiment;
import org.halab.hosts.Host;
import org.halab.hosts.Swarm;
import org.halab.message.Message;
import org.halab.scenario.World;

/** What a swarm makes anew after a fault, and what it leaves alone. */
public final class ReplacedSteps {
  private final World world;

  public ReplacedSteps(World world) {
    this.world = world;
  }

  private Swarm swarm() {
    return world.cluster().project().swarm().orElseThrow();
  }

  /** Where it is not so, the database is led from elsewhere. */
  @Given("the swarm is led from another host than the database")
  public void ledFromElsewhere() {
    Node leader = world.cluster().leader();
    if (swarm().hostOf(leader.service()) == swarm().leader()) {
      Node successor = world.cluster().successorOf(leader);
      world.cluster().patroni(leader).switchover(leader.member(), successor.member());
      world.roles().awaitLeads(successor, world.cluster().deadlines().gracefulFailover());
      world.health().restore();
    }
    Host database = swarm().hostOf(world.cluster().leader().service());
    Host swarms = swarm().leader();
    world
        .evidence()
        .note(Message.of("steps.ledFrom").with("database", database).with("swarm", swarms));
    assertThat(database).as("%s", Message.of("steps.check.ledFrom")).isNotEqualTo(swarms);
  }

  /** It may be late with it: by its own clocks, and by those of an election among its managers. */
  @Then("the swarm replaces no container for {int} seconds")
  public void noneReplaced(int seconds) throws SQLException {
    Instant fault = world.experiment().fault().at();
    world.cluster().waits().out(Duration.ofSeconds(seconds));
    Map<String, Instant> started = started();
    world.evidence().show(Message.of("steps.containersStarted"), told(started));
    assertThat(started.values())
        .as("%s", Message.of("steps.check.started").with("time", fault))
        .allMatch(fault::isAfter);
  }

  @Then("the swarm replaces what ran on the leader's host, and nothing else")
  public void hostReplaced() throws SQLException {
    Instant fault = world.experiment().fault().at();
    Host host = swarm().hostOf(world.experiment().oldLeader().service());
    Map<String, Instant> started =
        world
            .cluster()
            .waits()
            .until(
                Swarm.WHOLE,
                Message.of("steps.wait.replaced").with("host", host),
                this::started,
                seen ->
                    swarm().servicesOf(host).stream()
                        .allMatch(service -> seen.get(service).isAfter(fault)))
            .value();
    world.evidence().show(Message.of("steps.containersStarted"), told(started));
    started.keySet().removeAll(swarm().servicesOf(host));
    assertThat(started.values())
        .as("%s", Message.of("steps.check.started").with("time", fault))
        .allMatch(fault::isAfter);
  }

  /** No failover was begun: who led still has the lock, and no other node took a write. */
  @Then("the swarm started its container again, and no other node took writes")
  public void startedAgain() throws SQLException {
    Experiment experiment = world.experiment();
    experiment.endClients();
    Node leader = experiment.oldLeader();
    Instant started = world.cluster().access(leader).startedAt();
    world
        .evidence()
        .note(
            Message.of("steps.startedBySwarm")
                .with("node", leader)
                .with("time", experiment.sinceFault(started)));
    assertThat(started).isAfter(experiment.fault().at());
    assertThat(experiment.clients().writesTakenBeside(leader, Instant.now()))
        .as("%s", Message.of("steps.check.takenBeside").with("leader", leader))
        .isZero();
    assertThat(world.cluster().leader()).isEqualTo(leader);
  }

  private Map<String, Instant> started() {
    Map<String, Instant> started = new TreeMap<>();
    world
        .cluster()
        .project()
        .containers()
        .forEach(one -> started.put(one.service(), one.startedAt()));
    return started;
  }

  private static String told(Map<String, Instant> started) {
    StringBuilder lines = new StringBuilder();
    started.forEach((service, at) -> lines.append(at).append("  ").append(service).append('\n'));
    return lines.toString();
  }
}

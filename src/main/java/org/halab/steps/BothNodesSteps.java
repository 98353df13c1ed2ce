package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.util.List;
import org.halab.cluster.Reconfiguration;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Settings;
import org.halab.experiment.Experiment;
import org.halab.experiment.Standby;
import org.halab.fault.ContainerDown;
import org.halab.message.Message;
import org.halab.scenario.Takeover;
import org.halab.scenario.World;

/** Two nodes are lost, or one at a moment when the other may not lead. */
public final class BothNodesSteps {
  private static final String BEYOND_LEADER =
      ".*requested starting point .* is ahead of the WAL flush position of this server.*";
  private static final int AGAIN = 4;

  private final World world;
  private Node first;

  public BothNodesSteps(World world) {
    this.world = world;
  }

  @Given("the replica has come back, and is not a synchronous standby yet")
  public void replicaNotYetSynchronous() throws SQLException {
    new Standby(world.cluster()).backButNotSynchronous(world::atEnd);
    world.evidence().show(Message.of("steps.replication"), world.health().replication());
  }

  @Then("the other node does not take over")
  public void noTakeOver() throws SQLException {
    Settings settings = world.cluster().settings();
    world.cluster().waits().out(settings.ttl().plus(settings.loopWait().multipliedBy(2)));
    Node other = world.experiment().successor();
    world.evidence().show(Message.of("steps.members"), world.cluster().view().table());
    assertThat(world.experiment().sawPrimary(other))
        .as("%s", Message.of("steps.check.seenToLead").with("node", other))
        .isFalse();
    assertThat(world.roles().leaderKey()).as("%s", Message.of("steps.check.leaderKey")).isEmpty();
  }

  @When("the killed leader is started")
  @When("the other node is started, too")
  public void started() throws SQLException {
    world.experiment().heal();
  }

  @Then("it leads again")
  public void leadsAgain() throws SQLException {
    world
        .roles()
        .awaitLeads(world.experiment().oldLeader(), world.cluster().deadlines().leaderElected());
    world.health().awaitWrites();
  }

  @When("both nodes are killed, and the last leader is started alone")
  public void leaderFirst() throws SQLException {
    startAlone(world.experiment().oldLeader());
  }

  @When("both nodes are killed, and the synchronous standby is started alone")
  public void standbyFirst() throws SQLException {
    startAlone(world.experiment().successor());
  }

  @When("the leader and a replica are killed, and the leader returns before the replica")
  public void leaderReturnsFirst() throws SQLException {
    Experiment experiment = world.experiment();
    experiment.inflict(ContainerDown.LEADER_AND_REPLICA_KILLED);
    new Takeover(world).await(world.cluster().deadlines().crashFailover());
    world.cluster().access(experiment.oldLeader()).start();
    world.roles().awaitStreams(experiment.oldLeader());
    experiment.heal();
  }

  @Given("WAL is restored by {string}")
  public void restoreCommand(String command) {
    world.atEnd(Reconfiguration.restoreCommand(world.cluster(), command));
  }

  @Then("the replica asks the leader for WAL beyond the leader's own, again and again")
  public void asksBeyondTheLeader() throws SQLException {
    Experiment experiment = world.experiment();
    Node replica =
        world.cluster().replicas().stream()
            .filter(one -> !one.equals(experiment.oldLeader()))
            .findFirst()
            .orElseThrow();
    world
        .evidence()
        .showLog(
            Message.of("steps.logOf").with("part", replica),
            world
                .cluster()
                .waits()
                .until(
                    world.cluster().deadlines().standbyAssigned(),
                    Message.of("steps.wait.beyondLeader").with("node", replica),
                    () -> refusals(replica, experiment),
                    lines -> lines.size() >= AGAIN)
                .value());
    world.evidence().show(Message.of("steps.members"), world.cluster().view().table());
  }

  private List<LogLine> refusals(Node replica, Experiment experiment) {
    return world.cluster().access(replica).logs(experiment.fault().at()).stream()
        .filter(line -> line.text().matches(BEYOND_LEADER))
        .toList();
  }

  private void startAlone(Node node) throws SQLException {
    first = node;
    world.experiment().inflict(ContainerDown.NODES_KILLED);
    world.cluster().access(first).start();
  }

  @Then("it leads, and every acknowledged row is there")
  public void itLeads() throws SQLException {
    world.evidence().note(Message.of("steps.startedAlone").with("node", first));
    world.roles().awaitLeads(first, world.cluster().deadlines().crashFailover());
    world.health().awaitWrites();
    var verdict = world.experiment().clients().verdict();
    world.evidence().note(verdict.told());
    assertThat(verdict.complaints()).as("%s", Message.of("steps.check.data")).isEmpty();
  }

  @Then("it follows as the synchronous standby")
  public void otherFollows() {
    world.health().awaitRunning();
    world.evidence().show(Message.of("steps.members"), world.cluster().view().table());
  }
}

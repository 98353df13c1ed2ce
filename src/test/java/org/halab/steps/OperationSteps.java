package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.halab.cluster.Entrypoint;
import org.halab.cluster.FaultName;
import org.halab.cluster.Maintenance;
import org.halab.cluster.OpenSession;
import org.halab.cluster.Reconfiguration;
import org.halab.cluster.Standby;
import org.halab.domain.Node;
import org.halab.domain.Settings;
import org.halab.domain.Table;
import org.halab.support.World;

/** What an administrator does on purpose. */
public final class OperationSteps {
  private final World world;
  private OpenSession session;
  private String answer;
  private Table before;
  private String parameter;
  private Reconfiguration settings;

  public OperationSteps(World world) {
    this.world = world;
  }

  @Given("the cluster is set to:")
  public void reconfigure(List<List<String>> rows) {
    settings = Reconfiguration.set(world.cluster(), rows);
    world.atEnd(settings);
  }

  @Given("a session is open through the entrypoint")
  public void openSession() throws SQLException {
    session = new OpenSession(world.cluster());
    world.atEnd(session);
  }

  @Then("the session is closed")
  public void sessionClosed() {
    String error = session.awaitClosed();
    world.evidence().note("The session, used again, was told: " + error);
    assertThat(error).startsWith("The session ended");
  }

  @And("a new session reaches the new leader")
  public void newSession() throws SQLException {
    Entrypoint entrypoint = new Entrypoint(world.cluster());
    // Until then the balancer still leads some sessions to the old leader.
    entrypoint.awaitLeaderUpReplicaDown();
    Node leader = world.cluster().leader();
    Map<String, Long> reached = entrypoint.nodesReached(1);
    world
        .evidence()
        .note("The leader is %s; the session reached %s".formatted(leader, reached.keySet()));
    assertThat(reached).containsOnlyKeys(leader.service());
    assertThat(leader).isNotEqualTo(world.leaderBefore());
  }

  @Given("the replica is gone")
  public void replicaGone() {
    world.atEnd(new Standby(world.cluster()).gone());
  }

  @When("a switchover to it is asked for")
  public void askForSwitchover() {
    Node leader = world.leaderBefore();
    answer =
        world
            .cluster()
            .patroni(leader)
            .trySwitchover(leader.member(), world.cluster().other(leader).member());
  }

  @Then("Patroni refuses it")
  public void refused() {
    world.evidence().note("Patroni answered: " + answer);
    assertThat(answer).as("Patroni's answer").startsWith("412");
  }

  @And("the leader is still the node that led before")
  public void sameLeader() {
    world.evidence().note("The leader is " + world.cluster().leader());
    assertThat(world.cluster().leader()).isEqualTo(world.leaderBefore());
  }

  @Then("nobody starts it, and nobody takes its place")
  public void leftAlone() throws SQLException {
    Settings settings = world.cluster().settings();
    world.cluster().waits().out(settings.ttl().plus(settings.loopWait()));
    Maintenance maintenance = new Maintenance(world.cluster());
    world.evidence().show("members", world.cluster().view().table());
    assertThat(maintenance.postgresRuns(world.leaderBefore()))
        .as("PostgreSQL runs on " + world.leaderBefore())
        .isFalse();
    Node other = world.cluster().other(world.leaderBefore());
    assertThat(world.experiment().sawPrimary(other)).as(other + " was seen to lead").isFalse();
  }

  @And("once maintenance ends, writes succeed through the entrypoint")
  public void maintenanceEnds() {
    settings.close();
    world.evidence().note("Writes succeeded after " + world.health().awaitWrites());
  }

  @When("PostgreSQL's {string} is set to {string} through Patroni")
  public void setParameter(String name, String value) throws SQLException {
    parameter = name;
    answer = value;
    before = Reconfiguration.parameterOnNodes(world.cluster(), name);
    world.atEnd(Reconfiguration.parameter(world.cluster(), name, value));
  }

  @Then("both nodes use it without a restart")
  public void usedAtOnce() throws SQLException {
    Table after = awaitOnNodes(table -> table.column(parameter).stream().allMatch(answer::equals));
    assertThat(after.column("running since")).isEqualTo(before.column("running since"));
  }

  @Then("both nodes say that a restart is pending, and use the old value")
  public void pending() {
    Table after =
        awaitOnNodes(table -> table.column("restart pending").stream().allMatch("yes"::equals));
    assertThat(after.column(parameter)).isEqualTo(before.column(parameter));
    assertThat(after.column("running since")).isEqualTo(before.column("running since"));
  }

  private Table awaitOnNodes(java.util.function.Predicate<Table> expected) {
    Table after =
        world
            .cluster()
            .waits()
            .until(
                world.cluster().deadlines().replicated(),
                "both nodes to take the change of " + parameter,
                () -> Reconfiguration.parameterOnNodes(world.cluster(), parameter),
                expected)
            .value();
    world.evidence().show("before", before);
    world.evidence().show("after", after);
    return after;
  }

  @Given("the replica has come back, and is not a synchronous standby yet")
  public void replicaNotYetSynchronous() throws SQLException {
    new Standby(world.cluster()).backButNotSynchronous(world::atEnd);
    world.evidence().show("replication, as the leader sees it", world.health().replication());
  }

  @Then("the other node does not take over")
  public void noTakeOver() throws SQLException {
    Settings settings = world.cluster().settings();
    world.cluster().waits().out(settings.ttl().plus(settings.loopWait().multipliedBy(2)));
    Node other = world.experiment().otherNode();
    world.evidence().show("members", world.cluster().view().table());
    assertThat(world.experiment().sawPrimary(other)).as(other + " was seen to lead").isFalse();
    assertThat(world.roles().leaderKey()).as("the leader key").isEmpty();
  }

  @And("the leader leads again once it is started")
  public void leadsAgain() throws SQLException {
    world.experiment().heal();
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
    startAlone(world.experiment().otherNode());
  }

  private void startAlone(Node first) throws SQLException {
    before = null;
    world.experiment().inflict(FaultName.BOTH_KILLED);
    new Standby(world.cluster()).start(first);
    answer = first.member();
  }

  @Then("it leads, and every acknowledged row is there")
  public void itLeads() throws SQLException {
    Node first =
        world.cluster().nodes().stream()
            .filter(node -> node.member().equals(answer))
            .findFirst()
            .orElseThrow();
    world.evidence().note(first + " was started alone");
    world.roles().awaitLeads(first, world.cluster().deadlines().crashFailover());
    world.health().awaitWrites();
    var verdict = world.experiment().verdict();
    world.evidence().note(verdict.toString());
    assertThat(verdict.complaints()).as("what does not hold of the data").isEmpty();
  }

  @And("the other node, once it is started, follows")
  public void otherFollows() throws SQLException {
    world.experiment().heal();
    world.health().awaitRunning();
    world.evidence().show("members", world.cluster().view().table());
  }
}

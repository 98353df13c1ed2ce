package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.И;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.halab.cluster.Entrypoint;
import org.halab.cluster.Maintenance;
import org.halab.cluster.Reconfiguration;
import org.halab.domain.Node;
import org.halab.domain.Settings;
import org.halab.domain.Table;
import org.halab.experiment.OpenSession;
import org.halab.experiment.Standby;
import org.halab.message.Message;
import org.halab.scenario.World;

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
  @Дано("через точку входа открыта сессия")
  public void openSession() throws SQLException {
    session = new OpenSession(world.cluster());
    world.atEnd(session);
  }

  @Then("the session is closed")
  @Тогда("сессия закрыта")
  public void sessionClosed() {
    Message error = session.awaitClosed();
    world.evidence().note(Message.of("steps.sessionTold").with("error", error));
  }

  @And("a new session reaches the new leader")
  @И("новая сессия попадает на нового лидера")
  public void newSession() throws SQLException {
    Entrypoint entrypoint = new Entrypoint(world.cluster());
    // Until then the balancer still leads some sessions to the old leader.
    entrypoint.awaitLeaderUpReplicaDown();
    Node leader = world.cluster().leader();
    Map<String, Long> reached = entrypoint.nodesReached(1);
    world
        .evidence()
        .note(
            Message.of("steps.sessionReached")
                .with("leader", leader)
                .with("nodes", reached.keySet()));
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
            .trySwitchover(leader.member(), world.cluster().successorOf(leader).member());
  }

  @Then("Patroni refuses it")
  public void refused() {
    world.evidence().note(Message.of("steps.patroniAnswered").with("answer", answer));
    assertThat(answer).as("%s", Message.of("steps.check.patroniAnswer")).startsWith("412");
  }

  @And("the leader is still the node that led before")
  public void sameLeader() {
    world.evidence().note(Message.of("steps.leaderIs").with("leader", world.cluster().leader()));
    assertThat(world.cluster().leader()).isEqualTo(world.leaderBefore());
  }

  @Then("nobody starts it, and nobody takes its place")
  public void leftAlone() throws SQLException {
    Settings settings = world.cluster().settings();
    world.cluster().waits().out(settings.ttl().plus(settings.loopWait()));
    Maintenance maintenance = new Maintenance(world.cluster());
    world.evidence().show(Message.of("steps.members"), world.cluster().view().table());
    assertThat(maintenance.postgresRuns(world.leaderBefore()))
        .as("%s", Message.of("steps.check.postgresRuns").with("node", world.leaderBefore()))
        .isFalse();
    Node other = world.cluster().successorOf(world.leaderBefore());
    assertThat(world.experiment().sawPrimary(other))
        .as("%s", Message.of("steps.check.seenToLead").with("node", other))
        .isFalse();
  }

  @When("maintenance ends")
  public void maintenanceEnds() {
    settings.close();
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

  private Table awaitOnNodes(Predicate<Table> expected) {
    Table after =
        world
            .cluster()
            .waits()
            .until(
                world.cluster().deadlines().replicated(),
                Message.of("steps.wait.parameter").with("parameter", parameter),
                () -> Reconfiguration.parameterOnNodes(world.cluster(), parameter),
                expected)
            .value();
    world.evidence().show(Message.of("steps.before"), before);
    world.evidence().show(Message.of("steps.after"), after);
    return after;
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.И;
import io.cucumber.java.ru.Когда;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.halab.cluster.Claims;
import org.halab.cluster.Following;
import org.halab.cluster.Fork;
import org.halab.cluster.Rejoin;
import org.halab.cluster.Shortage;
import org.halab.cluster.WayBack;
import org.halab.domain.Durations;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.support.World;

/** Task A2: a node that was away returns. */
public final class RejoinSteps {
  private final World world;
  private Fork fork;

  public RejoinSteps(World world) {
    this.world = world;
  }

  @Given("the leader has rows that the replica never received")
  @Дано("у лидера есть строки, которых реплика так и не получила")
  public void rowsOnLeaderAlone() throws SQLException {
    fork = Fork.make(world.cluster(), world.experiment());
    world.evidence().show("the leader's rows", fork.onLeader());
  }

  @Given("the replica's slot is gone, and the WAL that it needs, from the leader")
  @Дано("у лидера больше нет ни слота реплики, ни нужного ей WAL")
  public void walIsGone() throws SQLException {
    Shortage shortage = new Shortage(world.cluster());
    world.atEnd(shortage);
    world.evidence().note(shortage.make());
  }

  @When("the node returns")
  @Когда("узел возвращается")
  public void returns() throws SQLException {
    world.experiment().heal();
  }

  @Then("the returned node is the synchronous standby again")
  @Тогда("вернувшийся узел — снова синхронная реплика")
  public void synchronous() {
    Rejoin rejoin = rejoin();
    Duration took = rejoin.awaitSynchronous();
    world
        .evidence()
        .note(
            "%s was the synchronous standby %s after its start; it came back by %s"
                .formatted(rejoin.node(), Durations.seconds(took), rejoin.wayBack()));
  }

  @And("it follows the leader, and both hold the same rows")
  @И("он следует за лидером, и строки на обоих узлах одинаковы")
  public void follows() throws SQLException {
    world.experiment().endClients();
    Following.Seen seen = rejoin().awaitFollowing();
    world.evidence().show("the leader and the returned node", seen.table());
  }

  @And("it came back by {wayBack}")
  @И("он догнал лидера {wayBack}")
  public void cameBackBy(WayBack way) {
    Rejoin rejoin = rejoin();
    world.evidence().showLog("how it came back", way.lines(rejoin.log()).toList());
    assertThat(rejoin.wayBack()).isEqualTo(way);
  }

  @And("the rows that only it had are on neither node")
  @И("строк, которые были только у него, нет ни на одном узле")
  public void rewound() throws SQLException {
    List<String> lost = fork.numbersOnLeaderAlone();
    for (Node node : world.cluster().nodes()) {
      Table now = fork.on(node);
      world.evidence().show("the rows on " + node, now);
      assertThat(now.column("number"))
          .as("rows on " + node)
          .contains("1")
          .doesNotContainAnyElementsOf(lost);
    }
    world.evidence().note("Undone: rows " + String.join(", ", lost));
  }

  @Then("its log says that its history is not the leader's")
  @Тогда("в его логе сказано, что его история расходится с историей лидера")
  public void complains() {
    world.evidence().showLog("log of " + rejoin().node(), rejoin().awaitComplaints());
  }

  @And("it does not follow the leader")
  @И("за лидером он не следует")
  public void doesNotFollow() throws SQLException {
    world.experiment().endClients();
    Rejoin rejoin = rejoin();
    world.cluster().waits().out(world.cluster().settings().loopWait());
    Following.Seen seen = rejoin.look();
    world.evidence().show("the leader and the returned node", seen.table());
    assertThat(seen.follows()).as("it follows the leader:" + seen).isFalse();
  }

  @And("Patroni, its health checks and patronictl call it healthy all the same")
  @И("тем не менее Patroni, его проверки и patronictl считают узел здоровым")
  public void calledHealthy() {
    Claims claims = rejoin().claims();
    world.evidence().show("what Patroni says of " + rejoin().node(), claims.table());
    assertThat(claims.soundHealthy()).as("it is called healthy:" + claims).isTrue();
  }

  private Rejoin rejoin() {
    return Rejoin.ofLastStarted(world.cluster());
  }
}

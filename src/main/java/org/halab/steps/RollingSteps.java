package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.time.Duration;
import org.halab.checker.failover.PauseJudgement;
import org.halab.cluster.Cascade;
import org.halab.domain.Node;
import org.halab.experiment.Mistake;
import org.halab.message.Message;
import org.halab.scenario.World;

/** Work on a cluster part by part, and clusters of which a node has a part of its own. */
public final class RollingSteps {
  private final World world;
  private Mistake mistake;
  private int rows;

  public RollingSteps(World world) {
    this.world = world;
  }

  @And("no pause between writes is longer than its bound")
  public void pauses() throws SQLException {
    world.experiment().endClients();
    PauseJudgement pause = world.experiment().pause();
    Message told =
        Message.of("steps.pause")
            .with("longest", pause.longest())
            .with("failed", pause.failed())
            .with("writes", pause.writes())
            .with("bound", pause.bound().total())
            .with("why", pause.bound().derivation());
    world.evidence().note(told);
    assertThat(pause.withinBound()).as("%s", told).isTrue();
  }

  @And("the last node leads")
  public void lastLeads() throws SQLException {
    Node before = world.experiment().oldLeader();
    Node leader = world.cluster().leader();
    world
        .evidence()
        .note(Message.of("steps.ledBefore").with("before", before).with("leader", leader));
    assertThat(leader)
        .as("%s", Message.of("steps.check.afterHandover"))
        .isEqualTo(world.cluster().except(before).get(world.cluster().nodes().size() - 2));
  }

  @Given("a replica follows another replica")
  public void chain() throws SQLException {
    Cascade cascade = new Cascade(world.cluster());
    cascade.establish();
    tellChain(cascade);
  }

  @Then("the replica follows the other one again")
  public void chainAgain() throws SQLException {
    Cascade cascade = new Cascade(world.cluster());
    cascade.awaitFollows(cascade.between(), world.cluster().deadlines().standbyAssigned());
    tellChain(cascade);
  }

  private void tellChain(Cascade cascade) throws SQLException {
    for (Node node : world.cluster().except(cascade.behind())) {
      world
          .evidence()
          .show(Message.of("steps.receivers").with("node", node), cascade.receivers(node));
    }
  }

  @Given("{int} rows that every node has, also the one that replays later")
  public void rowsEverywhere(int count) throws SQLException {
    rows = count;
    mistake = new Mistake(world.cluster());
    mistake.prepare(count);
    world
        .evidence()
        .note(
            Message.of("steps.delay")
                .with("node", mistake.delayed())
                .with("time", mistake.delay()));
  }

  @When("they are deleted by mistake")
  public void deleted() throws SQLException {
    mistake.make();
  }

  @Then("the nodes that replay at once have none of them, and the delayed one has all")
  public void stillThere() throws SQLException {
    for (Node node : mistake.others()) {
      mistake.awaitRows(node, 0);
    }
    long left = mistake.rowsOn(mistake.delayed());
    world
        .evidence()
        .note(Message.of("steps.hasRows").with("node", mistake.delayed()).with("count", left));
    assertThat(left)
        .as("%s", Message.of("steps.check.rowsOn").with("node", mistake.delayed()))
        .isEqualTo(rows);
  }

  @And("the delayed one loses them no sooner than its delay says")
  public void lostLater() {
    Duration after = mistake.awaitRows(mistake.delayed(), 0);
    world
        .evidence()
        .note(Message.of("steps.rowsGone").with("node", mistake.delayed()).with("time", after));
    assertThat(after)
        .as("%s", Message.of("steps.check.rowsGone").with("node", mistake.delayed()))
        .isGreaterThanOrEqualTo(mistake.delay());
  }
}

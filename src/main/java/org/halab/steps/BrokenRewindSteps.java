package org.halab.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import org.halab.cluster.Reconfiguration;
import org.halab.message.Message;
import org.halab.rejoin.BrokenRewind;
import org.halab.scenario.World;

/** A returned node is stopped in the middle of its rewind. */
public final class BrokenRewindSteps {
  private final World world;
  private BrokenRewind broken;

  public BrokenRewindSteps(World world) {
    this.world = world;
  }

  @Given("Patroni is told to copy the leader anew where a rewind fails")
  public void copiesAnew() {
    world.atEnd(Reconfiguration.copyWhereRewindFails(world.cluster()));
  }

  @When("it is stopped while pg_rewind copies from the leader, and started again")
  public void stoppedWhileRewound() throws SQLException {
    broken = BrokenRewind.of(world.cluster(), world.experiment().oldLeader());
    world.atEnd(broken);
    world.evidence().showLog(Message.of("steps.brokenOff"), broken.lines());
    broken.heal();
  }

  @When("Patroni is asked to give it a fresh copy")
  public void freshCopy() {
    world.cluster().patroni(broken.node()).reinitialize();
  }

  @Then("the next pg_rewind fails on what the first one left")
  public void refuses() {
    world.evidence().showLog(Message.of("steps.rewoundAgain"), broken.awaitRefusal());
  }
}

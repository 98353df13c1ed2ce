package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.halab.checker.RowSet;
import org.halab.cluster.LeaderLoss;
import org.halab.domain.ClusterView;
import org.halab.domain.Durations;
import org.halab.domain.History;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.report.FailoverStory;
import org.halab.report.FailoverStory.LockEnd;
import org.halab.support.World;
import org.halab.timing.Deadline;
import org.halab.timing.Observed;

/** Task A1: the leader is lost. */
public final class LeaderLossSteps {
  private final World world;

  public LeaderLossSteps(World world) {
    this.world = world;
  }

  @Given("clients write and read numbered rows through the entrypoint")
  public void clients() throws SQLException {
    world.leaderLoss().startClients();
  }

  @When("the leader is stopped")
  public void stop() throws SQLException {
    world.evidence().note("The leader is " + world.leaderLoss().oldLeader());
    world.leaderLoss().stop();
    showContainers();
  }

  @When("the leader is killed")
  public void kill() throws SQLException {
    world.evidence().note("The leader is " + world.leaderLoss().oldLeader());
    world.leaderLoss().kill();
    showContainers();
  }

  private void showContainers() throws SQLException {
    world
        .evidence()
        .show("containers after the fault", world.cluster().project().compose("ps", "-a").output());
  }

  @Then("the other node becomes the leader within the graceful failover deadline")
  public void leadsAfterStop() throws SQLException {
    becomesLeader(world.cluster().deadlines().gracefulFailover());
  }

  @Then("the other node becomes the leader within the crash failover deadline")
  public void leadsAfterKill() throws SQLException {
    becomesLeader(world.cluster().deadlines().crashFailover());
  }

  private void becomesLeader(Deadline deadline) throws SQLException {
    LeaderLoss loss = world.leaderLoss();
    Observed<ClusterView> seen = world.roles().awaitLeads(loss.newLeader(), deadline);
    Duration sinceFault = loss.sinceFault(Instant.now());
    world.evidence().show("members", seen.value().table());
    world
        .evidence()
        .note(
            "%s leads, seen %s after the fault"
                .formatted(loss.newLeader(), Durations.seconds(sinceFault)));
    assertThat(sinceFault).as("time since the fault, " + deadline).isLessThan(deadline.limit());
  }

  @And("it begins a new timeline")
  public void newTimeline() throws SQLException {
    LeaderLoss loss = world.leaderLoss();
    world
        .evidence()
        .note("Timeline %d before, %d now".formatted(loss.oldTimeline(), loss.newTimeline()));
    assertThat(loss.newTimeline())
        .as("the new leader's timeline")
        .isEqualTo(loss.oldTimeline() + 1);
  }

  @Then("writes succeed through the entrypoint")
  public void writesSucceed() {
    Duration waited = world.health().awaitWrites();
    world.evidence().note("A write succeeded after " + Durations.seconds(waited));
  }

  @Then("reads succeed through the entrypoint")
  public void readsSucceed() {
    world.evidence().show("a read", world.health().awaitReads());
  }

  @And("every acknowledged row is present")
  public void acknowledgedRows() throws SQLException {
    RowSet rows = world.leaderLoss().rows();
    History history = world.leaderLoss().endClients();
    world
        .evidence()
        .note(
            "Writes: %s. Of all operations %d were acknowledged, %d rejected, %d unknown."
                .formatted(
                    rows,
                    history.count(Outcome.ACKNOWLEDGED),
                    history.count(Outcome.REJECTED),
                    history.count(Outcome.UNKNOWN)));
    assertThat(rows.acknowledged()).as("acknowledged rows").isPositive();
    assertThat(rows.sound()).as(rows.toString()).isTrue();
  }

  @And("the leader lock was released by the node that held it")
  public void lockReleased() throws SQLException {
    assertLockEnd(LockEnd.RELEASED);
  }

  @And("the leader lock was kept until its session expired")
  public void lockExpired() throws SQLException {
    assertLockEnd(LockEnd.EXPIRED);
  }

  private void assertLockEnd(LockEnd expected) throws SQLException {
    FailoverStory story = world.leaderLoss().story();
    assertThat(story.lockEnd())
        .as("how the leader lock became free; the course of events:\n" + story.table())
        .isEqualTo(expected);
    assertThat(story.lockTaken()).as("when the new leader took the lock").isPresent();
  }

  @And("what happened is told from the logs")
  public void told() throws SQLException {
    FailoverStory story = world.leaderLoss().story();
    world.evidence().note(story.told());
    world.evidence().show("the course of events", story.table());
    world.evidence().show("what clients were answered", story.answers());
    assertThat(story.outage(Kind.WRITE)).as("the outage of writes").isPresent();
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import java.sql.SQLException;
import java.time.Duration;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Settings;
import org.halab.engine.ContainerDetails;
import org.halab.experiment.Experiment;
import org.halab.message.Message;
import org.halab.scenario.World;

/** How a container that was told to stop came to its end. */
public final class StopSteps {
  /** Docker counts its seconds of grace from the moment that it has sent the signal. */
  private static final Duration DELIVERY = Duration.ofSeconds(3);

  private final World world;

  public StopSteps(World world) {
    this.world = world;
  }

  @Then("the leader's container has ended by itself")
  public void endedByItself() throws SQLException {
    assertThat(ended().killed()).as("%s", Message.of("steps.check.killed")).isFalse();
  }

  @And("Docker had killed the leader's container, {int} seconds after the signal")
  public void killedAfter(int seconds) throws SQLException {
    ContainerDetails container = ended();
    assertThat(container.killed()).as("%s", Message.of("steps.check.killed")).isTrue();
    assertThat(world.experiment().sinceFault(container.finishedAt()))
        .as("%s", Message.of("steps.check.stopLasted"))
        .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds).plus(DELIVERY));
  }

  private ContainerDetails ended() throws SQLException {
    Experiment experiment = world.experiment();
    ContainerDetails container = world.cluster().access(experiment.oldLeader()).details();
    world
        .evidence()
        .note(
            Message.of("steps.stopEnded")
                .with("node", experiment.oldLeader())
                .with("time", experiment.sinceFault(container.finishedAt()))
                .with("code", String.valueOf(container.exitCode())));
    assertThat(container.running()).as("%s", Message.of("steps.check.stillRuns")).isFalse();
    return container;
  }

  /** At least what is left of the ttl when the last round before the kill renewed the session. */
  @And("clients were without writes for as long as a crash takes")
  public void outageOfACrash() throws SQLException {
    world.experiment().endClients();
    Settings settings = world.cluster().settings();
    Duration least = settings.ttl().minus(settings.loopWait());
    Duration most = world.cluster().bounds().crash().total();
    Duration outage =
        world.experiment().failover().outage(Kind.WRITE).map(Outage::toFirstSuccess).orElseThrow();
    world
        .evidence()
        .note(
            Message.of("steps.crashOutage")
                .with("time", outage)
                .with("least", least)
                .with("most", most));
    assertThat(outage).as("%s", Message.of("steps.check.withoutWrites")).isBetween(least, most);
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import java.sql.SQLException;
import java.time.Duration;
import org.halab.domain.Durations;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Settings;
import org.halab.engine.ContainerDetails;
import org.halab.experiment.Experiment;
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
    assertThat(ended().killed()).as("whether it was killed").isFalse();
  }

  @And("Docker had killed the leader's container, {int} seconds after the signal")
  public void killedAfter(int seconds) throws SQLException {
    ContainerDetails container = ended();
    assertThat(container.killed()).as("whether it was killed").isTrue();
    assertThat(world.experiment().sinceFault(container.finishedAt()))
        .as("from the stop to its end")
        .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds).plus(DELIVERY));
  }

  private ContainerDetails ended() throws SQLException {
    Experiment experiment = world.experiment();
    ContainerDetails container = world.cluster().access(experiment.oldLeader()).details();
    world
        .evidence()
        .note(
            "The container of %s ended %s after it was told to, with exit code %d"
                .formatted(
                    experiment.oldLeader(),
                    Durations.seconds(experiment.sinceFault(container.finishedAt())),
                    container.exitCode()));
    assertThat(container.running()).as("whether it runs").isFalse();
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
            "%s without writes; a crash takes from ttl - loop_wait = %s to %s"
                .formatted(
                    Durations.seconds(outage), Durations.seconds(least), Durations.seconds(most)));
    assertThat(outage).as("the time without writes").isBetween(least, most);
  }
}

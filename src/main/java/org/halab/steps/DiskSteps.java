package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import java.sql.SQLException;
import java.time.Duration;
import org.halab.domain.Node;
import org.halab.domain.Operation.Kind;
import org.halab.experiment.Experiment;
import org.halab.message.Message;
import org.halab.scenario.World;

/** What a disk that does not work well makes of those who need it. */
public final class DiskSteps {
  private static final String TOLD = "(PANIC|FATAL): .*Transport endpoint is not connected";
  private static final String NO_SPACE = "IOException: No space left on device";

  private final World world;

  public DiskSteps(World world) {
    this.world = world;
  }

  @And("clients were without writes for {int} seconds or more")
  public void stood(int seconds) throws SQLException {
    Experiment experiment = world.experiment();
    Duration pause =
        experiment.endClients().of(Kind.WRITE).longestPauseSince(experiment.fault().at());
    world.evidence().note(Message.of("steps.disk.stood").with("time", pause));
    assertThat(pause)
        .as("%s", Message.of("steps.check.disk.stood"))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
  }

  @Then("the leader's PostgreSQL said that its disk fails, and ended")
  public void ended() throws SQLException {
    Node leader = world.experiment().oldLeader();
    world
        .evidence()
        .showLog(
            Message.of("steps.logOf").with("part", leader),
            world
                .roles()
                .awaitLog(
                    leader.service(),
                    world.experiment().fault().at(),
                    Message.of("steps.disk.wait.told").with("node", leader),
                    TOLD,
                    world.cluster().deadlines().postgresStarted()));
  }

  @Then("the DCS said that its disk is full, and ended")
  public void dcsEnded() throws SQLException {
    String member = world.stack().dcs().members().get(0).service();
    world
        .evidence()
        .showLog(
            Message.of("steps.logOf").with("part", member),
            world
                .roles()
                .awaitLog(
                    member,
                    world.experiment().fault().at(),
                    Message.of("steps.disk.wait.told").with("node", member),
                    NO_SPACE,
                    world.cluster().deadlines().postgresStarted()));
  }
}

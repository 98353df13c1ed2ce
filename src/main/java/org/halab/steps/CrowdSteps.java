package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
import java.time.Instant;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.experiment.Crowding;
import org.halab.message.Message;
import org.halab.scenario.World;

/** Many clients at the entrypoint. */
public final class CrowdSteps {
  private static final int FORGOTTEN_SESSIONS = 20;

  private final World world;
  private Crowding crowd;

  public CrowdSteps(World world) {
    this.world = world;
  }

  @Given("{int} clients are connected through the entrypoint")
  public void connected(int clients) {
    crowd = new Crowding(world.cluster(), clients);
    world.atEnd(crowd);
  }

  @Then("the other node takes writes")
  @Тогда("второй узел принимает запись")
  public void otherTakesWrites() throws SQLException {
    Node other = world.experiment().successor();
    world.roles().awaitLeads(other, world.cluster().deadlines().crashFailover());
    world
        .evidence()
        .note(
            Message.of("steps.takesWrites")
                .with("node", other)
                .with("timeline", world.roles().awaitTimeline(other)));
  }

  @And("clients are shut out")
  public void shutOut() throws SQLException {
    Crowding.ShutOut seen =
        crowd.awaitShutOut(world.experiment().successor(), world.experiment().fault().at());
    world
        .evidence()
        .note(
            Message.of("steps.shutOut")
                .with("up", world.experiment().sinceFault(seen.serverUp()))
                .with("clients", seen.clients())
                .with("all", crowd.size()));
  }

  @And("HAProxy holds on to sessions that their clients have given up")
  public void forgotten() {
    Table states = crowd.connections();
    world.evidence().show(Message.of("steps.connections"), states);
    int closeWait =
        states.rows().stream()
            .filter(row -> row.get(0).equals("CLOSE_WAIT"))
            .mapToInt(row -> Integer.parseInt(row.get(1)))
            .sum();
    assertThat(closeWait)
        .as("%s", Message.of("steps.check.forgotten").with("table", states))
        .isGreaterThan(FORGOTTEN_SESSIONS);
  }

  @And("all clients are answered through the entrypoint")
  public void allAnswered() {
    world.health().awaitWrites();
    crowd.awaitAllServed(Instant.now());
    world.evidence().show(Message.of("steps.connections"), crowd.connections());
  }

  @When("the leader is stopped and started again {int} times, whichever node it is")
  public void manyTimes(int times) throws SQLException {
    crowd.loseTheLeader(times);
  }

  @Then("all clients are answered through the entrypoint after each time")
  public void afterEachTime() {
    world.evidence().show(Message.of("steps.failovers"), crowd.failovers());
    world.evidence().show(Message.of("steps.connections"), crowd.connections());
    assertThat(crowd.servedAfterEach()).isNotEmpty().doesNotContain(0L);
    crowd.awaitAllServed(Instant.now());
  }
}

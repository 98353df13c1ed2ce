package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
import java.time.Instant;
import org.halab.domain.Durations;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.experiment.Crowding;
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
            "%s takes writes on timeline %d".formatted(other, world.roles().awaitTimeline(other)));
  }

  @And("nobody is answered through the entrypoint")
  public void silence() throws SQLException {
    Crowding.Silence seen =
        crowd.awaitSilence(world.experiment().successor(), world.experiment().fault().at());
    world
        .evidence()
        .note(
            "HAProxy has had the new leader's server UP since %s after the fault; %s"
                .formatted(
                    sinceFault(seen.serverUp()),
                    seen.lastAnswer().isAfter(world.experiment().fault().at())
                        ? "the last answer came " + sinceFault(seen.lastAnswer()) + " after it"
                        : "nobody was answered since the fault"));
  }

  private String sinceFault(Instant moment) throws SQLException {
    return Durations.seconds(world.experiment().sinceFault(moment));
  }

  @And("HAProxy holds on to sessions that their clients have given up")
  public void forgotten() {
    Table states = crowd.connections();
    world.evidence().show("HAProxy's connections by state", states);
    int closeWait =
        states.rows().stream()
            .filter(row -> row.get(0).equals("CLOSE_WAIT"))
            .mapToInt(row -> Integer.parseInt(row.get(1)))
            .sum();
    assertThat(closeWait)
        .as("connections that the client closed and HAProxy did not:\n" + states)
        .isGreaterThan(FORGOTTEN_SESSIONS);
  }

  @And("all clients are answered through the entrypoint")
  public void allAnswered() {
    world.health().awaitWrites();
    crowd.awaitAllServed(Instant.now());
    world.evidence().show("HAProxy's connections by state", crowd.connections());
  }

  @When("the leader is stopped and started again {int} times, whichever node it is")
  public void manyTimes(int times) throws SQLException {
    crowd.loseTheLeader(times);
  }

  @Then("all clients are answered through the entrypoint after each time")
  public void afterEachTime() {
    world.evidence().show("failovers", crowd.failovers());
    world.evidence().show("HAProxy's connections by state", crowd.connections());
    assertThat(crowd.failovers().column("clients")).isNotEmpty().doesNotContain("0");
    crowd.awaitAllServed(Instant.now());
  }
}

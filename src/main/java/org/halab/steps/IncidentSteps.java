package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Instant;
import java.util.List;
import org.halab.cluster.Cluster;
import org.halab.engine.CommandResult;
import org.halab.incident.Checkup;
import org.halab.incident.Happened;
import org.halab.incident.Incident;
import org.halab.incident.Incidents;
import org.halab.incident.Inquest;
import org.halab.incident.NotWell;
import org.halab.incident.Order;
import org.halab.incident.Plant;
import org.halab.incident.PostMortem;
import org.halab.incident.Protocol;
import org.halab.message.Message;
import org.halab.scenario.World;

/** Incidents, and whoever mends them, or does not. */
public final class IncidentSteps {
  private final World world;
  private Incident incident;
  private Plant plant;
  private Happened happened;
  private Protocol protocol;
  private Instant done;

  public IncidentSteps(World world) {
    this.world = world;
  }

  @Given("a running cluster with clients, as the incident {string} needs it")
  public void runningCluster(String name) throws Exception {
    incident = Incidents.named(name);
    world.requirePossible(incident::lacking);
    world.deployedAnew(incident.stack());
    world.health().restore();
    world.experiment().startClients();
    plant = new Plant(world.cluster(), world.experiment());
    world.atEnd(plant);
  }

  @When("it happens")
  public void happens() throws Exception {
    protocol = new Protocol(Instant.now());
    happened = incident.happen(plant);
    done = Instant.now();
    world.evidence().note(happened.broken());
    // What mends nothing because nothing is broken would pass.
    mustMissSomething(new Checkup(plant).look());
  }

  @When("it happens, and the right repair is made")
  public void rightAtOnce() throws Exception {
    happens();
    right();
  }

  @When("it happens, and the tempting repair is made")
  public void temptingAtOnce() throws Exception {
    happens();
    tempting();
  }

  @When("it happens, and no repair is made")
  public void none() throws Exception {
    happens();
  }

  @When("the right repair is made")
  public void right() {
    give(happened.right());
  }

  @When("the tempting repair is made")
  public void tempting() {
    give(happened.tempting());
  }

  /** How an order ended is for the check to tell: one that cannot mend may well be refused. */
  private void give(List<Order> orders) {
    for (Order order : orders) {
      CommandResult result = plant.give(order);
      world
          .evidence()
          .show(
              Message.of("steps.incident.order")
                  .with("order", order)
                  .with("exitCode", result.exitCode()),
              result.lastLines(10));
    }
  }

  @Then("the check passes")
  public void passes() {
    Cluster cluster = world.cluster();
    Checkup checkup = new Checkup(plant);
    Instant[] well = {Instant.now()};
    cluster
        .waits()
        .until(
            cluster.deadlines().standbyAssigned(),
            Message.of("steps.wait.well"),
            () -> {
              well[0] = Instant.now();
              return told(checkup.look());
            },
            String::isEmpty);
    assertThat(told(checkup.lookTwice(() -> {}))).isEmpty();
    protocol.mended(well[0]);
  }

  @Then("the check does not pass")
  public void doesNotPass() {
    mustMissSomething(new Checkup(plant).lookTwice(() -> {}));
  }

  private void mustMissSomething(List<NotWell> missing) {
    assertThat(missing).as("%s", Message.of("steps.check.notWell")).isNotEmpty();
    world.evidence().show(Message.of("steps.notYetWell"), told(missing));
  }

  @Then("the check does not pass, a ttl later either")
  public void neverPasses() {
    doesNotPass();
    world.cluster().waits().out(world.cluster().settings().ttl());
    doesNotPass();
  }

  @And("the post-mortem is told, and no acknowledged row is lost")
  public void postMortem() {
    PostMortem end = new Inquest(incident, happened, plant).held(protocol, done);
    world.evidence().tell(end.told());
    assertThat(end.rows()).isPresent();
    assertThat(end.rows().orElseThrow().lost()).isEmpty();
  }

  private static String told(List<NotWell> missing) {
    return String.join("\n", missing.stream().map(one -> one.told().toString()).toList());
  }
}

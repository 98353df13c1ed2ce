package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halab.cluster.Entrypoint;
import org.halab.domain.History;
import org.halab.domain.Node;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outage;
import org.halab.domain.Table;
import org.halab.experiment.ClientCost;
import org.halab.experiment.Experiment;
import org.halab.fault.Faults;
import org.halab.fault.NamedFault;
import org.halab.message.Message;
import org.halab.scenario.World;

/** The instruments themselves are tried. */
public final class InstrumentSteps {
  private static final Duration MEASURED = Duration.ofSeconds(10);

  private static final String STAND_STILL =
      "kill -STOP -1; from=$(date +%%s%%N); sleep %s; to=$(date +%%s%%N); kill -CONT -1;"
          + " echo $((to - from))";

  private final World world;
  private Instant begun;
  private Duration stoodStill;

  public InstrumentSteps(World world) {
    this.world = world;
  }

  @Then("the measured outage is as long as that and connecting anew took, to {int} milliseconds")
  public void outageOfKnownLength(int tolerance) throws SQLException {
    Experiment experiment = world.experiment();
    experiment.endClients();
    Duration frozen =
        experiment
            .recording()
            .frozen(world.stack().entrypoint().service(), experiment.fault().at());
    Duration connecting = new Entrypoint(world.cluster()).timeToConnectAndWrite();
    Outage outage = experiment.failover().outage(Kind.WRITE).orElseThrow();
    Duration truth = frozen.plus(connecting);
    long error = outage.toFirstSuccess().minus(truth).toMillis();
    world
        .evidence()
        .note(
            Message.of("steps.knownLength")
                .with("frozen", frozen.toMillis())
                .with("connecting", connecting.toMillis())
                .with("measured", outage.toFirstSuccess().toMillis())
                .with("error", "%+d".formatted(error)));
    assertThat(Math.abs(error)).as("%s", Message.of("steps.check.error")).isLessThan(tolerance);
  }

  @And("clients that try to write {int} rows a second through the entrypoint")
  public void pulse(int perSecond) throws SQLException {
    world.experiment().startPulse(perSecond);
  }

  /**
   * All its processes but the first, which no signal stops from within, and the clock is read
   * between the two signals: the engine's record of a pause is tens of milliseconds late.
   */
  @When("the entrypoint stands still for {double} seconds")
  public void standsStill(double seconds) {
    begun = Instant.now();
    stoodStill =
        Duration.ofNanos(
            Long.parseLong(
                world
                    .cluster()
                    .project()
                    .entrypointContainer()
                    .output("sh", "-c", STAND_STILL.formatted(Double.toString(seconds)))
                    .strip()));
  }

  @Then("the longest time without one of these writes is as long as that, to {int} milliseconds")
  public void pauseOfKnownLength(int tolerance) throws SQLException {
    History history = world.experiment().endPulse();
    Duration pause = history.longestPauseSince(begun);
    long error = pause.minus(stoodStill).toMillis();
    world
        .evidence()
        .note(
            Message.of("steps.knownPause")
                .with("stood", stoodStill.toMillis())
                .with("measured", pause.toMillis())
                .with("error", "%+d".formatted(error))
                .with("rate", "%.0f".formatted(history.acknowledgedPerSecondUntil(begun))));
    assertThat(Math.abs(error)).as("%s", Message.of("steps.check.error")).isLessThan(tolerance);
  }

  @Then("three clients that begin to work carry out {int} operations a second or more")
  public void steadyRate(int least) throws Exception {
    ClientCost cost = new ClientCost(world.cluster());
    double rate = cost.measure(world.experiment(), MEASURED);
    world.evidence().note(Message.of("steps.rate").with("rate", "%.1f".formatted(rate)));
    world.evidence().show(Message.of("steps.cost"), cost.table());
    assertThat(rate).as("%s", Message.of("steps.check.rate")).isGreaterThanOrEqualTo(least);
  }

  @Then("every fault, when it is only pretended, is noticed")
  public void pretendedFaults() {
    Node leader = world.cluster().leader();
    List<List<String>> findings = new ArrayList<>();
    List<NamedFault> faults =
        Faults.all().stream().filter(fault -> fault.fits(world.cluster())).toList();
    for (NamedFault fault : faults) {
      findings.add(
          List.of(
              fault.words(),
              fault.pretendedIsNoticed(world.cluster(), leader) ? "noticed" : "believed"));
    }
    Table found = new Table(List.of("fault", "only pretended"), findings);
    world.evidence().show(Message.of("steps.pretended"), found);
    assertThat(found.column("only pretended")).as("%n%s", found).containsOnly("noticed");
  }

  @And("the cluster is as it was")
  public void unharmed() {
    world.health().awaitRunning();
    assertThat(world.cluster().leader()).isEqualTo(world.leaderBefore());
  }
}

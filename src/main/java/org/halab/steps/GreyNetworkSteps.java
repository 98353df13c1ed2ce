package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.halab.checker.failover.PauseJudgement;
import org.halab.domain.History;
import org.halab.domain.Node;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Settings;
import org.halab.experiment.Experiment;
import org.halab.fault.Link;
import org.halab.fault.LinkDelayed;
import org.halab.fault.PacketsLost;
import org.halab.message.Message;
import org.halab.scenario.World;
import org.halab.timing.LongCheckedLink;
import org.halab.timing.LongDcsLink;
import org.halab.timing.LossyDcsLink;

/** A network that works, and not well. */
public final class GreyNetworkSteps {
  private static final double PERCENT = 100;

  /** Below it, and above its complement, one run is held to what was computed. */
  private static final double AS_GOOD_AS_NEVER = 0.02;

  private static final String RECEIVER = "terminating walreceiver due to timeout";
  private static final String SENDER = "terminating walsender process due to replication timeout";

  private final World world;
  private final FaultSteps faults;
  private Message work;
  private OptionalDouble chance = OptionalDouble.empty();
  private Optional<Boolean> served = Optional.empty();

  public GreyNetworkSteps(World world) {
    this.world = world;
    this.faults = new FaultSteps(world);
  }

  @When("the link between {link} loses {int} % of its packets for {int} seconds")
  public void loses(Link link, int percent, int seconds) throws SQLException {
    Duration time = Duration.ofSeconds(seconds);
    work = Message.of("steps.link.loses").with("percent", percent).with("time", time);
    chance =
        OptionalDouble.of(
            new LossyDcsLink(world.cluster().settings()).leadLost(percent / PERCENT, time));
    faults.inflictFor(PacketsLost.on(link, percent), seconds);
  }

  @When("the link between {link} takes {int} ms more each way for {int} seconds")
  public void takesLonger(Link link, int milliseconds, int seconds) throws SQLException {
    Duration eachWay = Duration.ofMillis(milliseconds);
    work =
        Message.of("steps.link.longer")
            .with("delay", milliseconds)
            .with("time", Duration.ofSeconds(seconds));
    Settings settings = world.cluster().settings();
    if (link.equals(Link.LEADER_AND_DCS)) {
      LongDcsLink computed = new LongDcsLink(settings);
      chance = computed.leadLost(eachWay);
      served = computed.served(eachWay, world.cluster().nodes().size());
    } else if (link.equals(Link.ENTRYPOINT_AND_LEADER)) {
      served = new LongCheckedLink(settings).served(eachWay);
    }
    faults.inflictFor(LinkDelayed.on(link, eachWay), seconds);
  }

  /** A lead that was given up and taken again by the same node was lost as well. */
  @Then("the lead is kept or lost as computed")
  public void asComputed() throws SQLException {
    boolean kept = kept();
    if (chance.isEmpty()) {
      world.evidence().note(Message.of("steps.leadEither"));
      return;
    }
    double lost = chance.getAsDouble();
    world
        .evidence()
        .note(Message.of("steps.leadChance").with("chance", "%.2f".formatted(lost * PERCENT)));
    if (lost < AS_GOOD_AS_NEVER || lost > 1 - AS_GOOD_AS_NEVER) {
      assertThat(kept).as("%s", Message.of("steps.check.lead")).isEqualTo(lost < 0.5);
    }
  }

  /** Where the moment of the fault decides, a run is held to nothing. */
  @And("writes fail or not as computed")
  public void failAsComputed() throws SQLException {
    long failed = world.experiment().pause().failed();
    world
        .evidence()
        .note(
            Message.of("steps.servedThroughout")
                .with("served", served.map(String::valueOf).orElse("either"))
                .with("failed", failed));
    if (served.isPresent()) {
      assertThat(failed == 0).as("%s", Message.of("steps.check.served")).isEqualTo(served.get());
    }
  }

  @And("the map gets its line")
  public void line() throws SQLException {
    PauseJudgement pause = world.experiment().pause();
    world
        .evidence()
        .note(
            Message.of("steps.workingLink")
                .with("work", work)
                .with("kept", kept())
                .with("longest", pause.longest())
                .with("failed", pause.failed())
                .with("writes", pause.writes()));
  }

  private boolean kept() throws SQLException {
    Experiment experiment = world.experiment();
    experiment.endClients();
    world.health().awaitLeader();
    Node leader = world.cluster().leader();
    return leader.equals(experiment.oldLeader())
        && world.roles().awaitTimeline(leader) == experiment.oldTimeline();
  }

  /** The middle one of those that succeed; more than chance, or other work, makes of it. */
  @And("meanwhile a write takes more than twice as long as before")
  public void slower() throws SQLException {
    Experiment experiment = world.experiment();
    History writes = experiment.endClients().of(Kind.WRITE);
    Instant begun = experiment.fault().at();
    Instant healed = experiment.fault().healedAt().orElseThrow();
    Duration before = writes.endedIn(Instant.MIN, begun).medianTime();
    Duration during = writes.endedIn(begun, healed).medianTime();
    world
        .evidence()
        .note(
            Message.of("steps.writeTimes")
                .with("before", before.toMillis())
                .with("during", during.toMillis()));
    assertThat(during)
        .as("%s", Message.of("steps.check.writeTime"))
        .isGreaterThan(before.multipliedBy(2));
  }

  /** What is not acknowledged keeps TCP from sending what follows: neither hears the other then. */
  @And("each side gave the connection up by its own time-out")
  public void bothGaveUp() throws SQLException {
    gaveUp(world.experiment().oldLeader(), SENDER);
    gaveUp(world.experiment().successor(), RECEIVER);
  }

  private void gaveUp(Node node, String words) throws SQLException {
    world
        .evidence()
        .showLog(
            Message.of("steps.logOf").with("part", node),
            world
                .roles()
                .awaitLog(
                    node.service(),
                    world.experiment().fault().at(),
                    Message.of("steps.wait.gaveUp").with("node", node),
                    words,
                    world.cluster().deadlines().memberAnswers()));
  }
}

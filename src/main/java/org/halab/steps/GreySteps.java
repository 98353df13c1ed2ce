package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Outcome;
import org.halab.domain.WriteProbe;
import org.halab.engine.ServiceContainer;
import org.halab.experiment.Experiment;
import org.halab.message.Message;
import org.halab.scenario.World;

/** What becomes of a node of which a part failed, and of those who look at it. */
public final class GreySteps {
  private static final String BEGAN_ANEW = "all server processes terminated; reinitializing";
  private static final String KILLED = "was terminated by signal 9: Killed";
  private static final String CRASHED =
      KILLED + "|terminating any other active server processes|" + BEGAN_ANEW;

  /** Again, or not any more: then the leader waits for nobody. */
  private static final String STANDBY_COUNTS =
      "is now a synchronous standby|parameter \"synchronous_standby_names\" (changed|removed)";

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) UTC");

  /** A server's first words; its first process says them. */
  private static final String STARTED = "starting PostgreSQL \\d+";

  private final World world;

  public GreySteps(World world) {
    this.world = world;
  }

  @Then("the leader's PostgreSQL ended all its processes but the first, and began anew")
  public void leaderBeganAnew() throws SQLException {
    beganAnew(world.experiment().oldLeader());
  }

  @Then("the replica's PostgreSQL ended all its processes but the first, and began anew")
  public void replicaBeganAnew() throws SQLException {
    beganAnew(world.experiment().successor());
  }

  private void beganAnew(Node node) throws SQLException {
    Instant fault = world.experiment().fault().at();
    world
        .roles()
        .awaitLog(
            node.service(),
            fault,
            Message.of("scenario.grey.wait.beganAnew").with("node", node),
            BEGAN_ANEW,
            world.cluster().deadlines().postgresStarted());
    List<LogLine> since = world.cluster().access(node).logs(fault);
    world
        .evidence()
        .showLog(Message.of("steps.logOf").with("part", node), matching(since, CRASHED));
    assertThat(matching(since, STARTED))
        .as("%s", Message.of("scenario.grey.check.firstProcess"))
        .isEmpty();
  }

  private static List<LogLine> matching(List<LogLine> lines, String pattern) {
    return lines.stream().filter(line -> line.text().matches(".*(" + pattern + ").*")).toList();
  }

  /**
   * Whoever was let in before the postmaster stood still does not count: from the first failure.
   */
  @Then("nobody new was let in meanwhile, and sessions went on")
  public void nobodyNew() throws SQLException {
    Experiment experiment = world.experiment();
    experiment.ways().end();
    Instant fault = experiment.fault().at();
    Instant healed = healed();
    History sessions = experiment.endClients().of(Kind.WRITE).endedIn(fault, healed);
    History arrivals =
        new History(
            experiment.ways().reaching(experiment.oldLeader()).stream()
                .flatMap(way -> sinceFirstFailure(way.history(), fault, healed).stream())
                .toList());
    world
        .evidence()
        .note(
            Message.of("scenario.grey.nobodyNew")
                .with("arrivals", arrivals.operations().size())
                .with("letIn", arrivals.count(Outcome.ACKNOWLEDGED))
                .with("writes", sessions.count(Outcome.ACKNOWLEDGED)));
    assertThat(arrivals.operations())
        .as("%s", Message.of("scenario.grey.check.arrivals"))
        .isNotEmpty()
        .noneMatch(one -> one.acknowledged());
    assertThat(sessions.count(Outcome.ACKNOWLEDGED))
        .as("%s", Message.of("scenario.grey.check.sessionWrites"))
        .isGreaterThan(arrivals.operations().size());
  }

  private static List<Operation> sinceFirstFailure(History history, Instant fault, Instant until) {
    Optional<Instant> first =
        history.endedIn(fault, until).failuresSince(fault).stream()
            .map(Operation::start)
            .min(Comparator.naturalOrder());
    return history.endedIn(fault, until).operations().stream()
        .filter(one -> first.filter(start -> !one.start().isBefore(start)).isPresent())
        .toList();
  }

  @And("the entrypoint led to the leader all the time")
  public void ledAllTheTime() throws SQLException {
    Instant fault = world.experiment().fault().at();
    Lane server = serverOfLeader();
    assertThat(server.at(fault))
        .as("%s", Message.of("scenario.grey.check.ledToLeader"))
        .contains("UP");
    assertThat(server.changes().stream().filter(change -> change.at().isAfter(fault)))
        .as("%s", Message.of("scenario.grey.check.ledToLeader"))
        .isEmpty();
  }

  private Lane serverOfLeader() throws SQLException {
    return lane(Lane.Kind.SERVER, world.experiment().oldLeader().service());
  }

  private Lane lane(Lane.Kind kind, String name) throws SQLException {
    return world.experiment().failover().evidence().lanes().stream()
        .filter(lane -> lane.kind() == kind && lane.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * By PostgreSQL's own clock in its log, for what the engine adds to a line may be late: from the
   * crash until the leader says that the standby counts again, or that it need not wait for one.
   */
  @And("no write was acknowledged before the leader had its synchronous standby again")
  public void waitedForStandby() throws SQLException {
    Experiment experiment = world.experiment();
    History writes = experiment.endClients().of(Kind.WRITE);
    Instant crash =
        logged(experiment.failover().evidence().logs(), KILLED, experiment.fault().at())
            .orElseThrow();
    Instant again =
        world
            .cluster()
            .waits()
            .until(
                world.cluster().deadlines().standbyAssigned(),
                Message.of("scenario.grey.wait.standbyCounts"),
                () -> logged(ofLeader().logs(experiment.fault().at()), STANDBY_COUNTS, crash),
                Optional::isPresent)
            .value()
            .orElseThrow();
    List<Operation> early =
        writes.endedIn(crash, again).operations().stream()
            .filter(one -> one.acknowledged() && one.start().isAfter(crash))
            .toList();
    world
        .evidence()
        .note(
            Message.of("scenario.grey.standbyAgain")
                .with("time", Duration.between(crash, again))
                .with("pause", writes.longestPauseSince(experiment.fault().at())));
    assertThat(early).as("%s", Message.of("scenario.grey.check.withoutStandby")).isEmpty();
  }

  /** When PostgreSQL first wrote such a line after a moment. */
  private static Optional<Instant> logged(List<LogLine> lines, String pattern, Instant after) {
    return matching(lines, pattern).stream()
        .flatMap(line -> WRITTEN.matcher(line.text()).results())
        .map(time -> Instant.parse(time.group(1) + "T" + time.group(2) + "Z"))
        .filter(time -> time.isAfter(after))
        .min(Comparator.naturalOrder());
  }

  private ServiceContainer ofLeader() throws SQLException {
    return world.cluster().access(world.experiment().oldLeader());
  }

  @Then("the leader's Patroni answered nobody meanwhile")
  public void patroniSilent() throws SQLException {
    Experiment experiment = world.experiment();
    String member = experiment.oldLeader().member();
    Lane role = lane(Lane.Kind.ROLE, member);
    Instant fault = experiment.fault().at();
    Duration silent = role.longestSilence(fault, healed());
    world.evidence().note(Message.of("scenario.grey.patroniSilent").with("time", silent));
    assertThat(silent)
        .as("%s", Message.of("scenario.grey.check.patroniSilent"))
        .isGreaterThan(world.cluster().settings().ttl());
  }

  @And("the leader's PostgreSQL took writes all the while")
  public void tookWrites() throws SQLException {
    Experiment experiment = world.experiment();
    experiment.endClients();
    String leader = experiment.oldLeader().service();
    List<WriteProbe> probes =
        experiment.failover().evidence().probes().stream()
            .filter(one -> one.node().equals(leader))
            .filter(one -> one.start().isAfter(experiment.fault().at()))
            .filter(one -> one.end().isBefore(healed()))
            .toList();
    world
        .evidence()
        .note(
            Message.of("scenario.grey.tookWrites")
                .with("taken", probes.stream().filter(WriteProbe::taken).count())
                .with("all", probes.size()));
    assertThat(probes)
        .as("%s", Message.of("scenario.grey.check.tookWrites"))
        .isNotEmpty()
        .allMatch(WriteProbe::taken);
  }

  @And("the entrypoint led nowhere until it was healed")
  public void ledNowhere() throws SQLException {
    Instant fault = world.experiment().fault().at();
    Lane server = serverOfLeader();
    Instant down = server.became("DOWN", fault).orElse(Instant.MAX);
    assertThat(down).as("%s", Message.of("scenario.grey.check.ledNowhere")).isBefore(healed());
    world
        .evidence()
        .note(Message.of("scenario.grey.ledNowhere").with("time", Duration.between(fault, down)));
    assertThat(world.experiment().failover().evidence().lanes())
        .filteredOn(lane -> lane.kind() == Lane.Kind.SERVER)
        .as("%s", Message.of("scenario.grey.check.ledNowhere"))
        .allMatch(lane -> lane.became("UP", fault).filter(healed()::isAfter).isEmpty());
  }

  @Then("clients were served {int} times as slowly meanwhile, or worse")
  public void slower(int times) throws SQLException {
    Instant fault = world.experiment().fault().at();
    History writes = world.experiment().endClients().of(Kind.WRITE);
    Duration before = writes.endedIn(Instant.MIN, fault).medianTime();
    Duration meanwhile = writes.endedIn(fault, healed()).medianTime();
    world
        .evidence()
        .note(
            Message.of("scenario.grey.slower")
                .with("before", before.toMillis())
                .with("meanwhile", meanwhile.toMillis()));
    assertThat(meanwhile)
        .as("%s", Message.of("scenario.grey.check.slower"))
        .isGreaterThan(before.multipliedBy(times));
  }

  private Instant healed() {
    try {
      return world.experiment().fault().healedAt().orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

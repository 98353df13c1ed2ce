package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.И;
import io.cucumber.java.ru.Когда;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.halab.checker.failover.Failover;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockEnd;
import org.halab.domain.Node;
import org.halab.domain.Operation.Kind;
import org.halab.domain.Settings;
import org.halab.experiment.Experiment;
import org.halab.fault.NamedFault;
import org.halab.message.Message;
import org.halab.report.FailoverStory;
import org.halab.scenario.Moment;
import org.halab.scenario.Takeover;
import org.halab.scenario.World;

/** A fault, and what the cluster makes of it. */
public final class FaultSteps {
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  private final World world;

  public FaultSteps(World world) {
    this.world = world;
  }

  @Given("clients write and read numbered rows through the entrypoint")
  @Given("clients that know every entrypoint write and read numbered rows")
  @Дано("клиенты пишут и читают пронумерованные строки через точку входа")
  public void clients() throws SQLException {
    world.experiment().startClients();
  }

  /** So that a fault meets what comes round at any point of it, not at the same one each time. */
  @Given("a moment of Patroni's round, drawn by chance")
  public void drawMoment() {
    Duration round = world.cluster().settings().loopWait();
    Duration drawn = Duration.ofMillis(new Random().nextLong(round.toMillis()));
    world.cluster().waits().out(drawn);
    world.evidence().note(Message.of("steps.drawnMoment").with("time", drawn));
  }

  @When("{fault}")
  public void inflict(NamedFault fault) throws SQLException {
    world.requirePossible(fault);
    world
        .evidence()
        .note(Message.of("steps.leaderIs").with("leader", world.experiment().oldLeader()));
    world.experiment().inflict(fault);
    world.evidence().show(Message.of("steps.containersAfterFault"), world.cluster().containers());
  }

  @When("{fault} until {moment}")
  @When("{fault}, and returns once {moment}")
  @Когда("{fault}, а {moment} узел возвращён")
  @Когда("{fault}, пока {moment}")
  public void inflictUntil(NamedFault fault, Moment moment) throws SQLException {
    inflict(fault);
    moment.heal(world);
  }

  @When("{fault} and {fault} until {moment}")
  public void inflictBothUntil(NamedFault one, NamedFault other, Moment moment)
      throws SQLException {
    inflictUntil(one.and(other), moment);
  }

  @When("{fault} for {int} seconds")
  public void inflictFor(NamedFault fault, int seconds) throws SQLException {
    inflict(fault);
    world.cluster().waits().out(Duration.ofSeconds(seconds));
    world.experiment().heal();
    world
        .evidence()
        .note(
            Message.of("scenario.healed")
                .with("time", sinceFault(world.experiment().fault().healedAt().orElseThrow())));
  }

  @Then("the other node becomes the leader within the graceful failover deadline")
  @Тогда("второй узел становится лидером в срок штатного переключения")
  public void leadsAfterStop() throws SQLException {
    new Takeover(world).await(world.cluster().deadlines().gracefulFailover());
  }

  @Then("the other node becomes the leader within the crash failover deadline")
  @Тогда("второй узел становится лидером в срок аварийного переключения")
  public void leadsAfterKill() throws SQLException {
    new Takeover(world).await(world.cluster().deadlines().crashFailover());
  }

  @And("it begins a new timeline")
  @И("он начинает новую линию времени")
  public void newTimeline() throws SQLException {
    Experiment experiment = world.experiment();
    int now = world.roles().awaitTimeline(experiment.successor());
    world
        .evidence()
        .note(
            Message.of("steps.timelines")
                .with("before", experiment.oldTimeline())
                .with("now", now));
    assertThat(now)
        .as("%s", Message.of("steps.check.newTimeline"))
        .isEqualTo(experiment.oldTimeline() + 1);
  }

  @Then("the leader's container was started again by Docker")
  public void startedByDocker() throws SQLException {
    Node leader = world.experiment().oldLeader();
    Instant fault = world.experiment().fault().at();
    Instant started =
        world
            .cluster()
            .waits()
            .until(
                world.cluster().deadlines().memberAnswers(),
                Message.of("steps.wait.runsAgain").with("node", leader),
                () -> world.cluster().access(leader).startedAt(),
                fault::isBefore)
            .value();
    world.evidence().note(Message.of("steps.startedByDocker").with("time", sinceFault(started)));
  }

  @Then("ZooKeeper answers again, and still no node takes writes")
  public void dcsBackInVain() throws SQLException {
    Experiment experiment = world.experiment();
    Settings settings = world.cluster().settings();
    Instant healed = Instant.now();
    world.cluster().waits().out(settings.ttl().plus(settings.loopWait()));
    Message holder =
        world
            .roles()
            .leaderKey()
            .map(LeaderLock::holder)
            .map(Message::text)
            .orElse(Message.of("steps.noKey"));
    world.evidence().note(Message.of("steps.dcsBack").with("holder", holder));
    assertThat(experiment.clients().writesTakenSince(healed))
        .as("%s", Message.of("steps.check.takenSinceBack"))
        .isZero();
  }

  @When("the nodes are restarted")
  public void restartNodes() {
    world.cluster().nodes().forEach(node -> world.cluster().access(node).restart());
  }

  /** Nothing is started or given a fresh copy here; what was broken was only let go. */
  @Then("the cluster is whole again by itself")
  public void wholeAgain() throws SQLException {
    world.health().awaitRunning();
    Instant healed = world.experiment().fault().healedAt().orElseThrow();
    world
        .evidence()
        .note(Message.of("steps.wholeAgain").with("time", Duration.between(healed, Instant.now())));
    world.evidence().show(Message.of("steps.members"), world.cluster().view().table());
  }

  @Then("the leader stays the leader")
  @Тогда("лидер остаётся лидером")
  public void staysLeader() throws SQLException {
    world.experiment().endClients();
    Failover failover = world.experiment().failover();
    assertThat(failover.lockEnd())
        .as(
            "%s",
            Message.of("steps.check.lock").with("events", new FailoverStory(failover).table()))
        .isEqualTo(LockEnd.KEPT);
    Node leader = world.roles().awaitLeader();
    world.evidence().note(Message.of("steps.stillLeads").with("leader", leader));
    assertThat(leader).isEqualTo(world.experiment().oldLeader());
    assertThat(world.roles().awaitTimeline(leader))
        .as("%s", Message.of("steps.check.timeline"))
        .isEqualTo(world.experiment().oldTimeline());
  }

  @Then("writes succeed through the entrypoint")
  @Тогда("запись через точку входа проходит успешно")
  public void writesSucceed() {
    Instant begin = Instant.now();
    Duration waited = world.health().awaitWrites();
    world
        .evidence()
        .note(
            waited.compareTo(AT_ONCE) < 0
                ? Message.of("steps.writeAtOnce")
                : Message.of("steps.writeAfter")
                    .with("time", Duration.between(begin, Instant.now())));
  }

  @Then("reads succeed through the entrypoint")
  @Тогда("чтение через точку входа проходит успешно")
  public void readsSucceed() {
    world.evidence().show(Message.of("steps.aRead"), world.health().awaitReads());
  }

  @And("the leader lock was released by the node that held it")
  @И("блокировку лидера снял узел, который её держал")
  public void lockReleased() throws SQLException {
    assertLockEnd(LockEnd.RELEASED);
  }

  @And("the leader lock was kept until its session expired")
  @И("блокировка лидера держалась, пока не истекла её сессия")
  public void lockExpired() throws SQLException {
    assertLockEnd(LockEnd.EXPIRED);
  }

  private void assertLockEnd(LockEnd expected) throws SQLException {
    Failover failover = world.experiment().failover();
    world
        .evidence()
        .note(
            lockTold(
                Message.of("steps.lockEnd", failover.lockEnd()),
                failover.lockTaken().map(Message::text).orElse(Message.of("steps.never"))));
    assertThat(failover.lockEnd())
        .as(
            "%s",
            Message.of("steps.check.lockEnd").with("events", new FailoverStory(failover).table()))
        .isEqualTo(expected);
    assertThat(failover.lockTaken()).as("%s", Message.of("steps.check.lockTaken")).isPresent();
  }

  @And("what happened is told from the logs")
  @И("по логам рассказано, что произошло")
  public void told() throws SQLException {
    world.experiment().endClients();
    Failover failover = world.experiment().failover();
    FailoverStory story = new FailoverStory(failover);
    world.tell(story);
    failover
        .logs()
        .forEach(
            (service, lines) ->
                world.evidence().showLog(Message.of("steps.logOf").with("part", service), lines));
    world.evidence().show(Message.of("steps.statistics"), world.cluster().balancer().statistics());
    world.evidence().show(Message.of("steps.answers"), story.answers());
    assertThat(failover.outage(Kind.WRITE)).as("%s", Message.of("steps.check.outage")).isPresent();
  }

  private static Message lockTold(Message end, Message taken) {
    return Message.of("steps.lockTold").with("end", end).with("taken", taken);
  }

  private Duration sinceFault(Instant moment) throws SQLException {
    return world.experiment().sinceFault(moment);
  }
}

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
import java.util.List;
import org.halab.cluster.Reconfiguration;
import org.halab.domain.Node;
import org.halab.domain.Return;
import org.halab.domain.Settings;
import org.halab.domain.Table;
import org.halab.experiment.Experiment;
import org.halab.fault.NamedFault;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.rejoin.Absence;
import org.halab.rejoin.Claims;
import org.halab.rejoin.DivergedRows;
import org.halab.rejoin.Following;
import org.halab.rejoin.RecycledWal;
import org.halab.rejoin.Rejoin;
import org.halab.rejoin.RejoinMethod;
import org.halab.rejoin.RepeatedLoss;
import org.halab.rejoin.SecondLoss;
import org.halab.scenario.World;

/** Task A2: a node that was away returns. */
public final class RejoinSteps {
  private final World world;
  private DivergedRows fork;
  private double writtenMeanwhile;
  private SecondLoss secondLoss;
  private RepeatedLoss rounds;
  private int asked;

  public RejoinSteps(World world) {
    this.world = world;
  }

  @Given("the leader has rows that the replica never received")
  @Дано("у лидера есть строки, которых реплика так и не получила")
  public void rowsOnLeaderAlone() throws SQLException {
    fork = DivergedRows.make(world.cluster(), world.experiment());
    world.evidence().show(Message.of("steps.leaderRows"), fork.onLeader());
  }

  @Given("the replica's slot is gone, and the WAL that it needs, from the leader")
  @Дано("у лидера больше нет ни слота реплики, ни нужного ей WAL")
  public void walIsGone() throws SQLException {
    RecycledWal shortage = new RecycledWal(world.cluster());
    world.atEnd(shortage);
    world.evidence().note(shortage.make());
  }

  @Given("Patroni is told to rewind where it must")
  @Дано("Patroni велено перематывать узел, когда это нужно")
  public void mayRewind() {
    world.atEnd(Reconfiguration.rewind(world.cluster(), true));
  }

  @Given("Patroni is told not to rewind")
  @Дано("Patroni велено не перематывать узел")
  public void mayNotRewind() {
    world.atEnd(Reconfiguration.rewind(world.cluster(), false));
  }

  @When("the new leader is stopped too, and the old one returns alone")
  @Когда("новый лидер тоже остановлен, а старый возвращается один")
  public void oldReturnsAlone() throws SQLException {
    secondLoss = new SecondLoss(world.cluster(), world.experiment().successor());
    world.atEnd(secondLoss);
    world.experiment().heal();
  }

  @Then("it does not lead, for it lacks rows")
  @Тогда("он не становится лидером: ему не хватает строк")
  public void doesNotLead() throws SQLException {
    Settings settings = world.cluster().settings();
    world.cluster().waits().out(settings.ttl().plus(settings.loopWait()));
    Node old = world.experiment().oldLeader();
    world.evidence().show(Message.of("steps.members"), world.cluster().view().table());
    assertThat(world.experiment().sawPrimary(old))
        .as("%s", Message.of("steps.check.seenToLead").with("node", old))
        .isFalse();
    assertThat(world.roles().leaderKey()).as("%s", Message.of("steps.check.leaderKey")).isEmpty();
  }

  @When("the new leader returns")
  @Когда("новый лидер возвращается")
  public void newLeaderReturns() throws SQLException {
    secondLoss.heal();
    awaitNewLeaderLeads();
  }

  @When("the new leader is stopped too, and both return, the new one first")
  @Когда("новый лидер тоже остановлен, а возвращаются оба, новый первым")
  public void newReturnsFirst() throws SQLException {
    secondLoss = new SecondLoss(world.cluster(), world.experiment().successor());
    world.atEnd(secondLoss);
    newLeaderReturns();
    world.experiment().heal();
  }

  private void awaitNewLeaderLeads() throws SQLException {
    Node node = world.experiment().successor();
    world.roles().awaitLeads(node, world.cluster().deadlines().crashFailover());
    world.evidence().note(Message.of("steps.leadsAgain").with("node", node));
  }

  @When("{fault}, and returns after {int} MB of WAL")
  @Когда("{fault}, а узел возвращается после {int} МБ WAL")
  public void returnsAfter(NamedFault fault, int megabytes) throws SQLException {
    Experiment experiment = world.experiment();
    experiment.inflict(fault);
    world.roles().awaitLeads(experiment.successor(), world.cluster().deadlines().crashFailover());
    returnAfter(megabytes, experiment.successor());
  }

  @When("the node returns after {int} MB of WAL")
  @Когда("узел возвращается после {int} МБ WAL")
  public void returnsAfter(int megabytes) throws SQLException {
    returnAfter(megabytes, world.cluster().leader());
  }

  private void returnAfter(int megabytes, Node leader) throws SQLException {
    Absence absence = new Absence(world.cluster(), leader);
    world.atEnd(absence);
    absence.write(megabytes);
    writtenMeanwhile = absence.megabytes();
    world
        .evidence()
        .note(
            Message.of("steps.writtenMeanwhile")
                .with("megabytes", "%.0f".formatted(writtenMeanwhile)));
    world.experiment().heal();
  }

  @When("the leader is killed and returns {int} times while clients work, whichever node it is")
  @Когда("лидер, какой бы узел им ни был, убит и возвращён {int} раз, пока клиенты работают")
  public void killedAgainAndAgain(int times) throws SQLException {
    rounds = new RepeatedLoss(world.cluster());
    asked = times;
    try {
      rounds.kill(times);
    } finally {
      world.evidence().show(Message.of("steps.eachRound"), rounds.table());
    }
  }

  @Then("each time both nodes held the same rows, and no acknowledged one was missing")
  @Тогда("каждый раз строки на обоих узлах были одинаковы, и все подтверждённые были на месте")
  public void eachTime() {
    assertThat(rounds.rounds()).as("%s", Message.of("steps.check.rounds")).hasSize(asked);
    assertThat(rounds.complaints()).as("%s", Message.of("steps.check.data")).isEmpty();
    assertThat(rounds.rounds()).extracting(RepeatedLoss.Round::lost).containsOnly(0);
    assertThat(rounds.rounds()).extracting(RepeatedLoss.Round::acknowledged).doesNotContain(0);
  }

  @When("the node returns")
  @Когда("узел возвращается")
  public void returns() throws SQLException {
    world.experiment().heal();
  }

  @Then("the returned node is the synchronous standby again")
  @Тогда("вернувшийся узел — снова синхронная реплика")
  public void synchronous() throws SQLException {
    Rejoin rejoin = rejoin();
    Duration took = rejoin.awaitSynchronous();
    world
        .experiment()
        .returned(
            new Return(
                rejoin.node().service(), rejoin.wayBack().toString(), writtenMeanwhile, took));
    world
        .evidence()
        .note(
            Message.of("steps.returned")
                .with("node", rejoin.node())
                .with("time", took)
                .with("way", Terms.of(rejoin.wayBack().toString())));
  }

  @And("it follows the leader, and both hold the same rows")
  @И("он следует за лидером, и строки на обоих узлах одинаковы")
  public void follows() throws SQLException {
    world.experiment().endClients();
    Following.Seen seen = rejoin().awaitFollowing();
    world.evidence().show(Message.of("steps.leaderAndReturned"), seen.table());
  }

  @And("it came back by {wayBack}")
  @И("он догнал лидера {wayBack}")
  public void cameBackBy(RejoinMethod way) {
    Rejoin rejoin = rejoin();
    world.evidence().showLog(Message.of("steps.howReturned"), way.lines(rejoin.log()).toList());
    assertThat(rejoin.wayBack()).isEqualTo(way);
  }

  @And("the rows that only it had are on neither node")
  @И("строк, которые были только у него, нет ни на одном узле")
  public void rewound() throws SQLException {
    List<String> lost = fork.numbersOnLeaderAlone();
    for (Node node : world.cluster().nodes()) {
      Table now = fork.on(node);
      world.evidence().show(Message.of("steps.rowsOn").with("node", node), now);
      assertThat(now.column("number"))
          .as("%s", Message.of("steps.check.rowsOn").with("node", node))
          .contains("1")
          .doesNotContainAnyElementsOf(lost);
    }
    world.evidence().note(Message.of("steps.undone").with("rows", lost));
  }

  @Then("its log says that its history is not the leader's")
  @Тогда("в его логе сказано, что его история расходится с историей лидера")
  public void complains() {
    world
        .evidence()
        .showLog(
            Message.of("steps.logOf").with("part", rejoin().node()), rejoin().awaitComplaints());
  }

  @Then("its log says that pg_rewind could not copy the socket")
  @Тогда("в его логе сказано, что pg_rewind не смог скопировать сокет")
  public void rewindFails() {
    world
        .evidence()
        .showLog(
            Message.of("steps.logOf").with("part", rejoin().node()), rejoin().awaitRewindFailure());
  }

  @And("it does not follow the leader")
  @И("за лидером он не следует")
  public void doesNotFollow() throws SQLException {
    world.experiment().endClients();
    Rejoin rejoin = rejoin();
    world.cluster().waits().out(world.cluster().settings().loopWait());
    Following.Seen seen = rejoin.look();
    world.evidence().show(Message.of("steps.leaderAndReturned"), seen.table());
    assertThat(seen.follows()).as("%s%s", Message.of("steps.check.follows"), seen).isFalse();
  }

  @And("Patroni, its health checks and patronictl call it healthy all the same")
  @И("тем не менее Patroni, его проверки и patronictl считают узел здоровым")
  public void calledHealthy() {
    Claims claims = rejoin().claims();
    world
        .evidence()
        .show(Message.of("steps.patroniSays").with("node", rejoin().node()), claims.table());
    assertThat(claims.soundHealthy())
        .as("%s%s", Message.of("steps.check.healthy"), claims)
        .isTrue();
  }

  private Rejoin rejoin() {
    return Rejoin.ofReturned(world.cluster());
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import io.cucumber.java.ru.И;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halab.checker.Verdict;
import org.halab.checker.WritableNodes;
import org.halab.checker.failover.OutageJudgement;
import org.halab.domain.History;
import org.halab.domain.Operation;
import org.halab.domain.Outcome;
import org.halab.experiment.Experiment;
import org.halab.message.Message;
import org.halab.report.FailoverStory;
import org.halab.report.OutageStory;
import org.halab.scenario.World;

/** What a fault meant for clients: how long, and for which rows. */
public final class OutageSteps {
  /** SQLSTATE disk_full. */
  private static final String DISK_FULL = "53100";

  private final World world;

  public OutageSteps(World world) {
    this.world = world;
  }

  @And("every acknowledged row is present")
  @И("все подтверждённые строки на месте")
  public void acknowledgedRows() throws SQLException {
    Verdict verdict = world.experiment().clients().verdict();
    History history = world.experiment().endClients();
    world
        .evidence()
        .note(
            Message.of("steps.operations")
                .with("verdict", verdict.told())
                .with("acknowledged", history.count(Outcome.ACKNOWLEDGED))
                .with("rejected", history.count(Outcome.REJECTED))
                .with("unknown", history.count(Outcome.UNKNOWN)));
    assertThat(verdict.rows().acknowledged())
        .as("%s", Message.of("steps.check.acknowledged"))
        .isPositive();
    assertThat(verdict.complaints()).as("%s", Message.of("steps.check.data")).isEmpty();
  }

  @And("the outage of writes stays within its bound")
  @И("перерыв в записи не дольше расчётного предела")
  public void withinBound() throws SQLException {
    world.experiment().endClients();
    OutageJudgement outage = world.experiment().outage();
    OutageStory report = new OutageStory(outage);
    world.tell(new FailoverStory(world.experiment().failover()));
    world.evidence().show(Message.of("steps.phases"), report.table());
    world.evidence().note(report.summary());
    assertThat(outage.withinBound()).as("%s\n%s", report.summary(), report.table()).isTrue();
  }

  @And("clients notice nothing")
  @И("клиенты ничего не замечают")
  public void noOutage() throws SQLException {
    History history = world.experiment().endClients();
    Optional<String> failure =
        history.failuresSince(world.experiment().fault().at()).stream()
            .map(Object::toString)
            .findFirst();
    world
        .evidence()
        .note(Message.of("steps.noneFailed").with("count", history.operations().size()));
    assertThat(failure).as("%s", Message.of("steps.check.firstFailure")).isEmpty();
  }

  @And("the writes were refused because the disk was full")
  public void diskFull() throws SQLException {
    History history = world.experiment().endClients();
    List<String> refusals =
        history.failuresSince(world.experiment().fault().at()).stream()
            .map(Operation::error)
            .filter(error -> error.startsWith(DISK_FULL))
            .toList();
    world.evidence().show(Message.of("steps.clientsTold"), String.join("\n", refusals));
    assertThat(refusals)
        .as("%s", Message.of("steps.check.refusals").with("state", DISK_FULL))
        .isNotEmpty();
  }

  @Then("no other node took writes until they came back")
  public void nobodyTookOver() throws SQLException {
    Experiment experiment = world.experiment();
    Instant healed = experiment.fault().healedAt().orElseThrow();
    world.evidence().note(experiment.clients().probesTold());
    assertThat(experiment.clients().writesTakenBeside(experiment.oldLeader(), healed))
        .as("%s", Message.of("steps.check.takenBeside").with("leader", experiment.oldLeader()))
        .isZero();
  }

  @And("at no moment did two nodes take writes")
  @И("ни в один момент запись не принимали сразу два узла")
  public void oneWritable() throws SQLException {
    world.experiment().endClients();
    WritableNodes nodes = world.experiment().clients().writableNodes();
    world.evidence().note(world.experiment().clients().probesTold());
    assertThat(nodes.overlaps()).as("%s", Message.of("steps.check.twoNodes")).isEmpty();
  }
}

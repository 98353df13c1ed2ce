package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.И;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.experiment.LostRows;
import org.halab.message.Message;
import org.halab.scenario.World;

/** Lessons in pairs: what one setting changes. */
public final class LessonSteps {
  private final World world;

  public LessonSteps(World world) {
    this.world = world;
  }

  @Given("replication to the other node is held back")
  @Дано("репликация на второй узел задержана")
  public void holdReplicationBack() throws SQLException {
    world.lessonRow();
    world.experiment().holdReplicationBack();
  }

  @And("clients have gone on for {int} writes")
  public void goOn(int writes) throws SQLException {
    world.experiment().clients().awaitFurtherWrites(writes);
  }

  @And("clients have tried for {int} seconds")
  @И("клиенты пробуют писать {int} секунд")
  public void haveTried(int seconds) {
    world.cluster().waits().out(Duration.ofSeconds(seconds));
  }

  @Then("acknowledged rows are lost, all of them written while replication was held back")
  public void rowsAreLost() throws SQLException {
    LostRows lost = world.experiment().lostRows();
    world.evidence().note(lost.rows().told());
    assertThat(lost.rows().lost()).as("%s", Message.of("steps.check.lost")).isNotEmpty();
    assertThat(lost.early()).as("%s", Message.of("steps.check.early")).isEmpty();
  }

  @Then("no write was acknowledged while the replica was away")
  public void noneAcknowledged() throws SQLException {
    Node replica = world.experiment().successor();
    List<Operation> acknowledged = world.experiment().acknowledgedWhileDown(replica.service());
    world
        .evidence()
        .note(
            Message.of("steps.whileAway")
                .with("node", replica)
                .with("count", String.valueOf(acknowledged.size())));
    assertThat(acknowledged)
        .as("%s", Message.of("steps.check.whileAway").with("node", replica))
        .isEmpty();
  }

  @When("a client writes a row, and its wait for the standby is cancelled")
  public void cancelledWait() throws Exception {
    world.lessonRow().writeAndCancelWait();
  }

  @When("a client writes a row with {string} set to {string}")
  public void writeWith(String setting, String value) throws SQLException {
    world.lessonRow().writeWith(setting, value);
  }

  @Then("the client is warned that the row may not be on the standby")
  public void warned() throws SQLException {
    world.evidence().show(Message.of("steps.serverSaid"), world.lessonRow().warning());
    assertThat(world.lessonRow().warning()).contains("canceling wait for synchronous replication");
  }

  @Then("the client is not warned")
  public void notWarned() throws SQLException {
    world
        .evidence()
        .note(Message.of("steps.warnings").with("count", world.lessonRow().warning().length()));
    assertThat(world.lessonRow().warning()).as("%s", Message.of("steps.serverSaid")).isEmpty();
  }

  @And("the row is seen on the leader")
  public void seen() throws SQLException {
    long rows = world.lessonRow().rowsOn(world.leaderBefore());
    world
        .evidence()
        .note(Message.of("steps.hasRows").with("node", world.leaderBefore()).with("count", rows));
    assertThat(rows)
        .as("%s", Message.of("steps.check.rowsOn").with("node", world.leaderBefore()))
        .isEqualTo(1);
  }

  @Then("the row is gone, once the other node leads")
  public void gone() throws SQLException {
    Node next = world.experiment().successor();
    world.roles().awaitLeads(next, world.cluster().deadlines().crashFailover());
    world.roles().awaitTimeline(next);
    long rows = world.lessonRow().rowsOn(next);
    world.evidence().note(Message.of("steps.leadsWithRows").with("node", next).with("count", rows));
    assertThat(rows).as("%s", Message.of("steps.check.rowsOn").with("node", next)).isZero();
  }
}

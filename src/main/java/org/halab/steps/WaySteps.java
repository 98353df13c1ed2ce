package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.И;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halab.domain.MessageTable;
import org.halab.domain.WayIn;
import org.halab.experiment.WaysIn;
import org.halab.message.Message;
import org.halab.scenario.World;

/** Clients that connect anew, by every way to the database. */
public final class WaySteps {
  private final World world;

  public WaySteps(World world) {
    this.world = world;
  }

  @Given("others come and go by every way in, {int} a second")
  @Дано("другие клиенты приходят и уходят всеми путями к базе данных, {int} в секунду")
  public void comeAndGo(int perSecond) throws SQLException {
    world.experiment().startArrivals(perSecond);
  }

  @Then("every way in works again")
  @Тогда("каждый путь снова работает")
  public void workAgain() throws SQLException {
    world.experiment().ways().end();
    List<WayIn> ways = world.experiment().waysIn();
    MessageTable table = WaysIn.table(fault(), ways);
    world.evidence().show(Message.of("steps.eachWay"), table);
    Instant fault = fault();
    assertThat(ways).as("%n%s", table).allMatch(way -> way.works(fault));
  }

  @And("clients of the entrypoint are served at most {double} times as late as those of the leader")
  public void aboutAsSoonAsTheLeader(double times) throws SQLException {
    Instant fault = fault();
    WayIn entrypoint = way(WaysIn.ENTRYPOINT);
    Duration allowed =
        entrypoint
            .asLateAs(way(WaysIn.DIRECT), times, fault)
            .orElseThrow(() -> new AssertionError(Message.of("steps.check.leaderServes")));
    world.evidence().note(Message.of("steps.asLate").with("times", times).with("time", allowed));
    assertThat(entrypoint.servedAfter(fault).orElse(Duration.ZERO))
        .as("%s", Message.of("steps.check.asLate"))
        .isLessThanOrEqualTo(allowed);
  }

  private WayIn way(String name) throws SQLException {
    return world.experiment().waysIn().stream()
        .filter(way -> way.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @And("the entrypoint led no write to a replica")
  @И("точка входа не направила на реплику ни одной записи")
  public void noneToReplica() throws SQLException {
    long led = ledToReplica();
    world.evidence().note(Message.of("steps.led").with("count", led));
    assertThat(led).as("%s", Message.of("steps.check.led")).isZero();
  }

  @And("the entrypoint led writes to a replica")
  @И("точка входа направляла записи на реплику")
  public void someToReplica() throws SQLException {
    long led = ledToReplica();
    world.evidence().note(Message.of("steps.led").with("count", led));
    assertThat(led).as("%s", Message.of("steps.check.led")).isPositive();
  }

  private long ledToReplica() throws SQLException {
    return way(WaysIn.ENTRYPOINT).ledToReplica(fault());
  }

  private Instant fault() {
    try {
      return world.experiment().fault().at();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

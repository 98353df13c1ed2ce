package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.И;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
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
    return world.experiment().waysIn().stream()
        .filter(way -> way.name().equals(WaysIn.ENTRYPOINT))
        .mapToLong(way -> way.ledToReplica(fault()))
        .sum();
  }

  private Instant fault() {
    try {
      return world.experiment().fault().at();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.halab.domain.Operation;
import org.halab.domain.WayIn;
import org.halab.experiment.Pools;
import org.halab.message.Message;
import org.halab.scenario.World;

/** Pools of connections, and what became of those that they had when the leader changed. */
public final class PoolSteps {
  private static final int PER_SECOND = 4;

  private final World world;
  private Pools pools;

  public PoolSteps(World world) {
    this.world = world;
  }

  @And("applications write through pools, as they are by default and mended")
  public void start() throws SQLException {
    pools = new Pools(world.cluster(), PER_SECOND);
    world.atEnd(pools);
  }

  @And("the applications go on until the pools have settled")
  public void end() throws SQLException {
    pools.end();
    world.evidence().show(Message.of("steps.pools"), pools.table(fault()));
    world.evidence().note(Message.of("steps.poolsBeside").with("time", pauseThroughEntrypoint()));
  }

  @Then("the application's own pool stays with nodes that only read")
  public void staysWithReaders() throws SQLException {
    WayIn clients = pools.clientsOf(Pools.IN_APPLICATION);
    assertThat(clients.ledToReplica(fault()))
        .as("%s", Message.of("steps.check.ledToReplica"))
        .isPositive();
    assertThat(
            clients.history().operations().stream()
                .skip(clients.history().operations().size() - PER_SECOND))
        .as("%s", Message.of("steps.check.lastLed"))
        .noneMatch(Operation::acknowledged);
  }

  @And("mended it never has a connection to one")
  public void neverWithReaders() throws SQLException {
    assertThat(pools.clientsOf(Pools.IN_APPLICATION_MENDED).ledToReplica(fault()))
        .as("%s", Message.of("steps.check.ledToReplica"))
        .isZero();
  }

  @And("the pool before the database serves nobody for {int} seconds or longer")
  public void loginRetry(int seconds) throws SQLException {
    assertThat(pause(Pools.BEFORE_DATABASE))
        .as("%s", Message.of("steps.check.pause"))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
  }

  @And("mended neither is out for more than {int} seconds longer than the entrypoint")
  public void mended(int seconds) throws SQLException {
    Duration most = pauseThroughEntrypoint().plusSeconds(seconds);
    for (String pool : new String[] {Pools.IN_APPLICATION_MENDED, Pools.BEFORE_DATABASE_MENDED}) {
      assertThat(pause(pool)).as("%s %s", pool, Message.of("steps.check.pause")).isLessThan(most);
    }
  }

  private Duration pause(String pool) throws SQLException {
    return pools.pause(pool, fault());
  }

  private Duration pauseThroughEntrypoint() throws SQLException {
    return world.experiment().endClients().of(Operation.Kind.WRITE).longestPauseSince(fault());
  }

  private Instant fault() throws SQLException {
    return world.experiment().fault().at();
  }
}

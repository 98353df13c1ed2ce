package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.WriteProbe;
import org.halab.experiment.Experiment;
import org.halab.message.Message;
import org.halab.observe.Sql;
import org.halab.scenario.World;

/** A PostgreSQL that somebody starts by hand, beside a cluster that has another leader. */
public final class ByHandSteps {
  private static final String TABLE = "lab_by_hand";
  private static final String ROW = "written while started by hand";

  /** Of a node that is asked again and again. */
  private static final int SOME = 5;

  private final World world;
  private Instant started;

  public ByHandSteps(World world) {
    this.world = world;
  }

  /** A node in recovery does not tell which timeline it writes, for it writes none. */
  @Then("it takes itself for the leader, on the timeline that the others have left")
  public void takesItselfForLeader() throws SQLException {
    Node leader = world.experiment().successor();
    int there = world.cluster().timelineOf(byHand());
    int here = world.roles().awaitTimeline(leader);
    started =
        Instant.ofEpochMilli(
            Long.parseLong(
                there()
                    .query("SELECT (extract(epoch FROM pg_postmaster_start_time()) * 1000)::bigint")
                    .value()));
    world
        .evidence()
        .note(
            Message.of("steps.byHand.timelines")
                .with("node", byHand())
                .with("there", there)
                .with("leader", leader)
                .with("here", here));
    assertThat(there)
        .as("%s", Message.of("steps.check.timeline"))
        .isEqualTo(world.experiment().oldTimeline())
        .isLessThan(here);
  }

  private Node byHand() throws SQLException {
    return world.experiment().oldLeader();
  }

  private Sql there() throws SQLException {
    return world.cluster().sql(byHand());
  }

  /** It was told to wait for a standby, and the node that it knows as such follows nobody. */
  @And("it acknowledges no write to those who wait for the standby")
  public void waits() throws SQLException {
    Node node = byHand();
    List<WriteProbe> sent =
        world
            .cluster()
            .waits()
            .until(
                world.cluster().deadlines().replicated(),
                Message.of("steps.byHand.wait.writes").with("node", node),
                () -> world.experiment().clients().writesSentTo(node, started),
                writes -> writes.size() >= SOME)
            .value();
    world
        .evidence()
        .note(Message.of("steps.byHand.waited").with("node", node).with("count", sent.size()));
    assertThat(sent).as("%s", Message.of("steps.check.byHand.waits")).noneMatch(WriteProbe::taken);
  }

  @And("it acknowledges a row to whoever waits for no standby")
  public void acknowledgesWithoutStandby() throws SQLException {
    acknowledges("SET synchronous_commit = local; ");
  }

  @And("it acknowledges a row to whoever goes straight there")
  public void acknowledges() throws SQLException {
    acknowledges("");
  }

  private void acknowledges(String before) throws SQLException {
    there().execute("%sCREATE TABLE %s AS SELECT '%s'::text AS line".formatted(before, TABLE, ROW));
    String row = there().query("SELECT line FROM " + TABLE).value();
    world.evidence().note(Message.of("steps.byHand.row").with("node", byHand()).with("row", row));
    assertThat(row).isEqualTo(ROW);
  }

  @Then("both nodes take writes at once")
  public void bothTakeWrites() throws SQLException {
    int times =
        world
            .cluster()
            .waits()
            .until(
                world.cluster().deadlines().replicated(),
                Message.of("steps.byHand.wait.both"),
                () -> world.experiment().clients().writableNodes().overlaps().size(),
                overlaps -> overlaps >= SOME)
            .value();
    world.evidence().note(Message.of("steps.byHand.both").with("count", times));
  }

  @When("its Patroni works again")
  public void patroniWorks() throws SQLException {
    world.experiment().heal();
  }

  @And("the row that it acknowledged is on neither node")
  public void rowIsGone() throws SQLException {
    for (Node node : world.cluster().nodes()) {
      assertThat(
              world
                  .cluster()
                  .sql(node)
                  .query("SELECT to_regclass('%s') IS NULL".formatted(TABLE))
                  .value())
          .as("%s", Message.of("steps.check.byHand.table").with("node", node))
          .isEqualTo("t");
    }
    world.evidence().note(Message.of("steps.byHand.gone").with("node", byHand()));
  }

  @And("the entrypoint led nobody to it")
  public void notLedThere() throws SQLException {
    Experiment experiment = world.experiment();
    String node = byHand().service();
    Instant healed = experiment.fault().healedAt().orElseThrow();
    List<Operation> meanwhile =
        experiment.endClients().operations().stream()
            .filter(one -> one.start().isAfter(started) && one.end().isBefore(healed))
            .filter(one -> one.by().isPresent())
            .toList();
    world
        .evidence()
        .note(
            Message.of("steps.byHand.notLedThere")
                .with("node", byHand())
                .with("count", meanwhile.size()));
    assertThat(meanwhile).as("%s", Message.of("steps.check.byHand.served")).isNotEmpty();
    assertThat(meanwhile)
        .as("%s", Message.of("steps.check.byHand.ledThere"))
        .noneMatch(one -> one.by().orElseThrow().node().equals(node));
  }
}

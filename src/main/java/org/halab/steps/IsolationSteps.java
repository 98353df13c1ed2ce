package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.And;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.checker.UnknownWrites;
import org.halab.checker.isolation.Anomaly;
import org.halab.checker.isolation.Anomaly.Kind;
import org.halab.checker.isolation.Isolation;
import org.halab.domain.Fate;
import org.halab.domain.ListTransaction.Side;
import org.halab.experiment.ClientCost;
import org.halab.experiment.ListWork;
import org.halab.fault.Fault;
import org.halab.message.Message;
import org.halab.scenario.World;
import org.halab.timing.Deadline;
import org.halab.workload.ListLoad;

/** Transactions over lists, and what they see of each other. */
public final class IsolationSteps {
  private static final Duration MEASURED = Duration.ofSeconds(10);

  private final World world;
  private Instant watchedFrom;
  private boolean kept;

  public IsolationSteps(World world) {
    this.world = world;
  }

  @Given(
      "clients append to lists and read them in {int} {level} transactions a second, on the leader"
          + " and on the replica")
  public void lists(int perSecond, ListLoad.Level level) throws SQLException {
    watchedFrom = Instant.now();
    world.experiment().startLists(new ListLoad(perSecond, level));
  }

  @And("these clients have gone on for {int} transactions on each side")
  public void goOn(int transactions) throws SQLException {
    work().awaitMore(transactions, Side.LEADER, Side.REPLICA);
  }

  @And("these clients have gone on for {int} transactions on the leader")
  public void goOnAlone(int transactions) throws SQLException {
    work().awaitMore(transactions, Side.LEADER);
  }

  @Then("what clients of lists cost that try {int} {level} transactions a second is told")
  public void cost(int perSecond, ListLoad.Level level) throws Exception {
    ClientCost cost = new ClientCost(world.cluster());
    double rate = cost.measure(world.experiment(), new ListLoad(perSecond, level), MEASURED);
    tellRate(rate);
    world.evidence().show(Message.of("steps.cost"), cost.table());
    assertThat(rate).as("%s", Message.of("steps.check.rate")).isPositive();
  }

  private void tellRate(double rate) throws SQLException {
    world
        .evidence()
        .note(
            Message.of("steps.listRate")
                .with("clients", work().size())
                .with("rate", "%.1f".formatted(rate)));
  }

  @Then("within {int} seconds a read on the leader and one on the replica tell of different orders")
  public void fork(int seconds) throws SQLException {
    Deadline deadline =
        new Deadline(
            Message.of("steps.forkDeadline"),
            Duration.ofSeconds(seconds).minus(Duration.between(watchedFrom, Instant.now())),
            Message.of("steps.forkDeadline.why"));
    work().awaitFork(deadline, Side.LEADER, Side.REPLICA);
    world
        .evidence()
        .note(
            Message.of("steps.forkAfter")
                .with("time", Duration.between(watchedFrom, Instant.now())));
    show();
    assertThat(work().anomalies(Kind.LONG_FORK, Side.LEADER, Side.REPLICA)).isNotEmpty();
  }

  @And("the reads of the leader alone tell of one order, and so do those of the replica alone")
  public void oneOrderEach() throws SQLException {
    List<Anomaly> forks = new ArrayList<>(work().anomalies(Kind.LONG_FORK, Side.LEADER));
    forks.addAll(work().anomalies(Kind.LONG_FORK, Side.REPLICA));
    assertThat(told(forks)).as("%s", Message.of("steps.check.sameSide")).isEmpty();
  }

  @And(
      "on the leader no update was lost, no read was dirty or fractured, and no two reads tell of"
          + " different orders")
  public void isolatedOnTheLeader() throws SQLException {
    show();
    Isolation isolation = work().isolation();
    assertThat(isolation.acknowledged())
        .as("%s", Message.of("steps.check.acknowledged"))
        .isPositive();
    assertThat(told(isolation.between(Side.LEADER)))
        .as("%s", Message.of("steps.check.anomalies"))
        .isEmpty();
  }

  @Then("updates were lost on the leader, and reads were fractured")
  public void allowedFor() throws SQLException {
    show();
    Map<Kind, Long> counts =
        work().isolation().between(Side.LEADER).stream()
            .collect(Collectors.groupingBy(Anomaly::kind, Collectors.counting()));
    assertThat(counts)
        .as("%s", Message.of("steps.check.found"))
        .containsKeys(Kind.LOST_UPDATE, Kind.FRACTURED_READ);
  }

  @And("no read was dirty")
  public void notDirty() throws SQLException {
    assertThat(told(work().isolation().of(Kind.DIRTY_READ))).isEmpty();
  }

  @And("of every write of unknown outcome it is known what became of it")
  public void resolved() throws SQLException {
    UnknownWrites rows = world.experiment().clients().verdict().unknown();
    UnknownWrites transactions = work().unknown();
    List<Message> told = Stream.of(rows, transactions).flatMap(one -> one.told().stream()).toList();
    told.forEach(world.evidence()::note);
    if (told.isEmpty()) {
      world.evidence().note(Message.of("steps.nothingUnknown"));
    }
    assertThat(rows.of(Fate.UNRESOLVED)).as("%s", Message.of("steps.check.unresolved")).isEmpty();
    assertThat(transactions.of(Fate.UNRESOLVED))
        .as("%s", Message.of("steps.check.unresolved"))
        .isEmpty();
  }

  private ListWork work() throws SQLException {
    return world
        .experiment()
        .lists()
        .orElseThrow(() -> new IllegalStateException("No clients of lists in this experiment"));
  }

  /** Ends the clients; what they saw, and where all of it stands. */
  private void show() throws SQLException {
    if (kept) {
      return;
    }
    kept = true;
    tellRate(work().acknowledgedPerSecond(untilTheFault()));
    world
        .evidence()
        .show(
            Message.of("steps.anomaly"),
            work().isolation().told().stream()
                .map(Message::toString)
                .collect(Collectors.joining("\n")));
    Path file = world.keepTransactions(work());
    world
        .evidence()
        .note(
            Message.of("steps.elle")
                .with("count", work().end().transactions().size())
                .with("file", file.getParent().getFileName() + "/" + file.getFileName()));
  }

  /** What clients did not get during an outage says nothing of how fast they are. */
  private Instant untilTheFault() throws SQLException {
    return world.experiment().broken().map(Fault::at).orElseGet(Instant::now);
  }

  private static List<String> told(List<Anomaly> anomalies) {
    return anomalies.stream().flatMap(one -> one.told().stream()).map(Message::toString).toList();
  }
}

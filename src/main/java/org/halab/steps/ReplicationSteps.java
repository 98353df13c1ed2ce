package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.Когда;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halab.cluster.ReplicatedTable;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.scenario.World;
import org.halab.timing.Observed;

/** Part 2: what the leader commits is on the replica, and the replica is read-only. */
public final class ReplicationSteps {
  private static final Table CITIES =
      new Table(
          List.of("id", "name"),
          List.of(List.of("1", "Moscow"), List.of("2", "Казань"), List.of("3", "Tomsk")));

  private static final String WHO =
      "SELECT current_user, current_setting('server_version') AS version,"
          + " NOT pg_is_in_recovery() AS writable";

  private final World world;
  private final List<List<String>> answers = new ArrayList<>();
  private Table before;
  private final List<Optional<SQLException>> refusals = new ArrayList<>();

  public ReplicationSteps(World world) {
    this.world = world;
  }

  @When("a client connects to both nodes")
  @Когда("клиент подключается к обоим узлам")
  public void connectToBoth() throws SQLException {
    for (Node node : world.cluster().nodes()) {
      Table answer = world.cluster().sql(node).query(WHO);
      List<String> row = new ArrayList<>(List.of(node.service()));
      row.addAll(answer.rows().get(0));
      answers.add(row);
    }
    world
        .evidence()
        .show(
            Message.of("steps.eachAnswers"),
            WHO,
            new Table(List.of("node", "current_user", "version", "writable"), answers));
  }

  @Then("each answers as PostgreSQL {int}")
  @Тогда("каждый отвечает как PostgreSQL {int}")
  public void answersAs(int version) {
    world
        .evidence()
        .note(
            Message.of("steps.versions")
                .with("versions", answers.stream().map(row -> row.get(2)).toList()));
    assertThat(answers)
        .hasSameSizeAs(world.cluster().nodes())
        .allMatch(row -> row.get(2).startsWith(version + "."));
  }

  @Then("exactly one of them is writable")
  @Тогда("запись разрешена ровно на одном из них")
  public void oneWritable() {
    world
        .evidence()
        .note(
            Message.of("steps.writable")
                .with(
                    "nodes",
                    answers.stream()
                        .filter(row -> row.get(3).equals("t"))
                        .map(row -> row.get(0))
                        .toList()));
    assertThat(answers.stream().map(row -> row.get(3)).filter("t"::equals))
        .as("%s", Message.of("steps.check.writable"))
        .hasSize(1);
  }

  @When("this table {string} is made on the leader:")
  @Когда("на лидере создаётся такая таблица {string}:")
  public void makeOnLeader(String name, Table content) throws SQLException {
    table(name).make(world.cluster().sql(world.cluster().leader()), content);
  }

  @When("this table {string} is made through the entrypoint:")
  @Когда("через точку входа создаётся такая таблица {string}:")
  public void makeThroughEntrypoint(String name, Table content) throws SQLException {
    table(name).make(world.cluster().entrypoint(), content);
  }

  @Given("a table {string} on both nodes")
  @Дано("таблица {string} на обоих узлах")
  public void tableOnBoth(String name) throws SQLException {
    table(name).make(world.cluster().sql(world.cluster().leader()), CITIES);
    before = awaitSame(name).value();
  }

  @When("rows of {string} are changed and removed and a column is added on the leader")
  @Когда("на лидере меняются и удаляются строки {string} и добавляется столбец")
  public void change(String name) throws SQLException {
    String changes = table(name).changes();
    world.evidence().show(Message.of("steps.leaderTold"), changes);
    world.cluster().sql(world.cluster().leader()).execute(changes);
  }

  @Then("the replica has the same table {string} within the replication deadline")
  @Тогда("на реплике появляется такая же таблица {string} в срок репликации")
  public void sameOnReplica(String name) throws SQLException {
    Observed<Table> replica = awaitSame(name);
    String query = table(name).query();
    Table leader = table(name).content(world.cluster().leader());
    world.evidence().show(Message.of("steps.leaderRows"), query, leader);
    world.evidence().show(Message.of("steps.replicaRows"), query, replica.value());
    world.evidence().note(Message.of("steps.sameAfter").with("time", replica.after()));
  }

  @When("a client tries to {change} on the replica")
  @Когда("клиент пытается {change} на реплике")
  public void tryOnReplica(String change) {
    String statement = table("cities").statementFor(change);
    for (Node replica : world.cluster().replicas()) {
      SQLException answer =
          catchThrowableOfType(
              SQLException.class, () -> world.cluster().sql(replica).execute(statement));
      refusals.add(Optional.ofNullable(answer));
      world
          .evidence()
          .show(
              Message.of("steps.replicaAnswer"),
              statement
                  + "\n"
                  + (answer == null ? Message.of("steps.accepted") : answer.getMessage()));
    }
  }

  @Then("it is refused with SQLSTATE {word}, a read-only transaction")
  @Тогда("приходит отказ с SQLSTATE {word}: транзакция только для чтения")
  public void refusedWith(String sqlState) {
    assertThat(refusals)
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one).as("%s", Message.of("steps.check.refusal")).isPresent();
              String state = one.orElseThrow().getSQLState();
              world.evidence().note(Message.text("SQLSTATE " + state));
              assertThat(state).as("%s", Message.of("steps.check.sqlState")).isEqualTo(sqlState);
            });
  }

  @Then("table {string} is unchanged on both nodes")
  @Тогда("таблица {string} не изменилась ни на одном узле")
  public void unchanged(String name) throws SQLException {
    for (Node node : world.cluster().nodes()) {
      Table rows = table(name).content(node);
      world
          .evidence()
          .show(Message.of("steps.rowsOn").with("node", node), table(name).query(), rows);
      assertThat(rows)
          .as("%s", Message.of("steps.check.rowsOn").with("node", node))
          .isEqualTo(before);
    }
  }

  /** Waits for each replica; what the last one had then. */
  private Observed<Table> awaitSame(String name) throws SQLException {
    Node leader = world.cluster().leader();
    Observed<Table> last = null;
    for (Node replica : world.cluster().except(leader)) {
      last = table(name).awaitSame(replica, leader);
    }
    return last;
  }

  private ReplicatedTable table(String name) {
    return new ReplicatedTable(world.cluster(), name);
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Когда;
import io.cucumber.java.ru.Тогда;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halab.cluster.Cluster;
import org.halab.cluster.Entrypoint;
import org.halab.domain.BalancerServer;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.scenario.World;
import org.halab.stack.ComposeModel;
import org.halab.stack.HaproxyConfig;

/** Part 3: HAProxy, and where it leads. */
public final class EntrypointSteps {
  private final World world;
  private Map<String, Long> reached;

  public EntrypointSteps(World world) {
    this.world = world;
  }

  @Then("service {string} runs HAProxy {word} and starts after {string}, {string} and {string}")
  @Тогда(
      "в сервисе {string} работает HAProxy {word}, и запускается он после {string}, {string} и {string}")
  public void runsHaproxy(
      String service, String version, String first, String second, String third) {
    runs(service, "haproxy", "version " + version + ".");
    Collection<String> after = world.cluster().project().printed().dependencies(service);
    world
        .evidence()
        .note(Message.of("steps.startsAfter").with("service", service).with("others", after));
    assertThat(after)
        .as("%s", Message.of("steps.check.startsAfter").with("service", service))
        .contains(first, second, third);
  }

  @Then("service {string} runs nginx {word}")
  @Тогда("в сервисе {string} работает nginx {word}")
  public void runsNginx(String service, String version) {
    runs(service, "nginx", "nginx/" + version + ".");
  }

  private void runs(String service, String program, String version) {
    String found = world.cluster().access(service).output(program, "-v");
    world.evidence().show(Message.text(program + " -v"), found);
    assertThat(found)
        .as("%s", Message.of("steps.check.version").with("program", program))
        .contains(version);
  }

  @Then("it publishes the ports {int} for clients and {int} for statistics")
  @Тогда("он публикует порты {int} для клиентов и {int} для статистики")
  public void publishes(int clients, int statistics) {
    ComposeModel printed = world.cluster().project().printed();
    Collection<Integer> ports =
        printed.hostPorts(world.cluster().project().stack().entrypoint().service());
    world.evidence().note(Message.of("steps.ports").with("ports", ports));
    assertThat(ports).containsExactly(clients, statistics);
  }

  @Then("HAProxy runs with the project's {string}")
  @Тогда("HAProxy работает с файлом {string} из проекта")
  public void runsWith(String file) throws IOException {
    String project = Files.readString(world.stack().directory().resolve(file));
    String running =
        world
            .cluster()
            .access(world.stack().entrypoint().service())
            .output("cat", world.stack().entrypoint().file().inContainer());
    world.evidence().show(Message.text(file), running);
    assertThat(running)
        .as("%s", Message.of("steps.check.haproxyFile").with("file", file))
        .isEqualTo(project);
  }

  @Then("its settings are:")
  @Тогда("её настройки:")
  public void settings(Map<String, String> expected) {
    HaproxyConfig config = world.cluster().haproxyConfig();
    world
        .evidence()
        .show(
            Message.of("steps.haproxySettings"),
            new Table(
                List.of("keyword", "value"),
                expected.keySet().stream()
                    .map(keyword -> List.of(keyword, config.value(keyword).orElse("unset")))
                    .toList()));
    expected.forEach(
        (keyword, value) -> assertThat(config.value(keyword)).as(keyword).contains(value));
  }

  @Then("each node is behind the entrypoint as a server that is checked on port {int}")
  @Тогда("каждый узел стоит за точкой входа как сервер, который проверяется по порту {int}")
  public void checkedServers(int port) {
    Map<String, String> servers = world.cluster().haproxyConfig().servers();
    assertThat(servers)
        .as("%s", Message.of("steps.check.servers"))
        .hasSameSizeAs(world.cluster().nodes());
    for (Node node : world.cluster().nodes()) {
      assertThat(servers.values())
          .as("%s", Message.of("steps.check.server").with("node", node))
          .anyMatch(
              server ->
                  server.startsWith(address(node) + " ")
                      && server.matches(".* check( .*)? port " + port + "\\b.*"));
    }
    List<BalancerServer> live = world.cluster().balancer().servers();
    showServers(live);
    assertThat(live.stream().map(BalancerServer::name))
        .as("%s", Message.of("steps.check.liveServers"))
        .containsExactlyInAnyOrderElementsOf(servers.keySet());
  }

  @Then("Patroni answers health checks so:")
  @Тогда("Patroni отвечает на проверки так:")
  public void healthChecks(Table expected) {
    Table actual = new Entrypoint(world.cluster()).healthChecks(expected);
    world.evidence().show(Message.of("steps.healthChecks"), actual);
    assertThat(actual).isEqualTo(expected);
  }

  @Then("HAProxy's/nginx's statistics show the leader's server UP and the replica's DOWN")
  @Тогда("в статистике HAProxy/nginx сервер лидера — UP, а сервер реплики — DOWN")
  public void upAndDown() {
    showServers(new Entrypoint(world.cluster()).awaitLeaderUpReplicaDown());
  }

  @Then(
      "HAProxy's/nginx's log says that the replica's server is DOWN, and that the leader's is not")
  @Тогда("в логе HAProxy/nginx сервер реплики отмечен как DOWN, а сервер лидера — нет")
  public void logUpAndDown() {
    Entrypoint entrypoint = new Entrypoint(world.cluster());
    Node leader = world.cluster().leader();
    Map<String, LogLine> last = entrypoint.lastWordOfEachServer();
    world.evidence().showLog(Message.of("steps.lastWord"), List.copyOf(last.values()));
    String leaderServer = world.cluster().serverOf(leader).orElseThrow().name();
    for (Node replica : world.cluster().except(leader)) {
      String server = world.cluster().serverOf(replica).orElseThrow().name();
      assertThat(last).as("%s", Message.of("steps.check.spokenOf")).containsKey(server);
      assertThat(last.get(server).text())
          .as("%s", Message.of("steps.check.onNode").with("node", replica))
          .contains("is DOWN");
    }
    assertThat(last)
        .as("%s", Message.of("steps.check.onLeader"))
        .satisfiesAnyOf(
            words -> assertThat(words).doesNotContainKey(leaderServer),
            words -> assertThat(words.get(leaderServer).text()).contains("is UP"));
  }

  @Then("HAProxy's/nginx's log holds no error of its configuration")
  @Тогда("в логе HAProxy/nginx нет ошибок конфигурации")
  public void noErrors() {
    List<LogLine> log =
        world
            .cluster()
            .access(world.cluster().project().stack().entrypoint().service())
            .logs(Instant.EPOCH);
    world.evidence().showWholeLog(Message.of("steps.entrypointLog"), log);
    assertThat(log)
        .as("%s", Message.of("steps.check.entrypointErrors"))
        .noneMatch(
            line ->
                line.text().matches(".*(\\[ALERT\\].*config|parsing|Fatal errors|\\[emerg\\]).*"));
  }

  @Then("the statistics page shows both servers")
  @Тогда("на странице статистики видны оба сервера")
  public void page() {
    String page = world.cluster().balancer().page();
    world.evidence().showPage(Message.of("steps.statisticsPage"), page);
    world.evidence().show(Message.of("steps.statistics"), world.cluster().balancer().statistics());
    for (Node node : world.cluster().nodes()) {
      assertThat(page).contains(world.cluster().serverOf(node).orElseThrow().name());
    }
  }

  @When("{int} clients connect through the entrypoint one after the other")
  @Когда("{int} клиентов по очереди подключаются через точку входа")
  public void connectMany(int clients) throws SQLException {
    reached = new Entrypoint(world.cluster()).nodesReached(clients);
  }

  @Then("every one of them was led to the leader")
  @Тогда("каждый из них попал на лидера")
  public void allOnLeader() {
    world.evidence().note(Message.of("steps.reached").with("nodes", reached));
    assertThat(reached.keySet())
        .as("%s", Message.of("steps.check.reached").with("nodes", reached))
        .containsExactly(world.cluster().leader().service());
  }

  @Then("nginx's log says of each that it was led there, for what Patroni answered")
  @Тогда("в логе nginx о каждом сказано, что он направлен туда и по какому ответу Patroni")
  public void routesInLog() {
    Cluster cluster = world.cluster();
    List<LogLine> routes =
        world
            .roles()
            .awaitLog(
                cluster.project().stack().entrypoint().service(),
                Instant.EPOCH,
                Message.of("steps.wait.routes"),
                "led to %s .* for .*%s answered 200"
                    .formatted(address(cluster.leader()), cluster.leader().service()),
                cluster.deadlines().replicated());
    world.evidence().showLog(Message.of("steps.routes"), routes);
    assertThat(routes)
        .as("%s", Message.of("steps.check.routes"))
        .hasSizeGreaterThanOrEqualTo(reached.values().stream().mapToInt(Long::intValue).sum());
  }

  /** As others connect to its PostgreSQL. */
  private String address(Node node) {
    return node.service() + ":" + world.stack().settings(node).postgresPort();
  }

  private void showServers(List<BalancerServer> servers) {
    world
        .evidence()
        .show(
            Message.of("steps.shownServers"),
            servers.stream().map(BalancerServer::toString).collect(Collectors.joining("\n")));
  }
}

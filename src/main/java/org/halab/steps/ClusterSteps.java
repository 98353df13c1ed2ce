package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.Тогда;
import java.time.Instant;
import org.halab.cluster.Health;
import org.halab.domain.ClusterView;
import org.halab.domain.LeaderLock;
import org.halab.domain.Node;
import org.halab.message.Message;
import org.halab.scenario.World;

/** States of the cluster, and who leads it. */
public final class ClusterSteps {
  private final World world;

  public ClusterSteps(World world) {
    this.world = world;
  }

  @Given("a deployed cluster")
  @Дано("развёрнутый кластер")
  public void deployedCluster() {
    world.deployed();
    showStack();
    world.evidence().show(Message.of("steps.containers"), world.cluster().containers());
  }

  @Given("a running cluster")
  @Дано("работающий кластер")
  public void runningCluster() throws Exception {
    world.running();
    showCluster();
  }

  @Given("a running {variant} cluster")
  @Дано("работающий {variant} кластер")
  public void runningVariant(String variant) throws Exception {
    world.running(variant);
    showCluster();
  }

  @Given("a deployed cluster of the {word} stack")
  @Дано("развёрнутый кластер на стеке {word}")
  public void deployedCluster(String stack) {
    world.deployedStack(stack);
    showStack();
  }

  @Given("a running cluster of the {word} stack")
  @Дано("работающий кластер на стеке {word}")
  public void runningCluster(String stack) throws Exception {
    world.runningStack(stack);
    showCluster();
  }

  private void showCluster() throws Exception {
    showStack();
    world.evidence().show(Message.of("steps.members"), world.cluster().view().table());
    world
        .evidence()
        .show(Message.of("steps.replication"), Health.REPLICATION, world.health().replication());
  }

  private void showStack() {
    world
        .evidence()
        .note(
            Message.of("steps.stack").with("stack", world.cluster().project().stack().described()));
  }

  @Then("exactly one node leads, and the other follows it")
  @Тогда("лидер — ровно один узел, второй следует за ним")
  public void oneLeadsOtherFollows() {
    ClusterView view = world.roles().awaitLeaderAndFollower();
    world.evidence().show(Message.of("steps.members"), view.table());
    world
        .evidence()
        .note(
            Message.of("steps.leaderIs")
                .with("leader", world.cluster().leaderIn(view).orElseThrow()));
  }

  @Then("the leader is not the node that led before")
  @Тогда("лидером стал не тот узел, который был им раньше")
  public void anotherLeader() {
    Node leader = world.cluster().leader();
    world
        .evidence()
        .note(
            Message.of("steps.ledBefore")
                .with("before", world.leaderBefore())
                .with("leader", leader));
    assertThat(leader)
        .as("%s", Message.of("steps.check.afterHandover"))
        .isNotEqualTo(world.leaderBefore());
  }

  @Then("the DCS itself holds the leader key in that node's name")
  @Тогда("в самой DCS ключ лидера записан на имя этого узла")
  public void leaderKey() {
    LeaderLock lock =
        world
            .roles()
            .leaderKey()
            .orElseThrow(() -> new AssertionError(Message.of("steps.noLeaderKey")));
    world
        .evidence()
        .note(
            Message.of("steps.leaderKeyIn")
                .with("dcs", world.cluster().project().stack().dcs())
                .with("holder", lock.holder())
                .with("session", lock.session()));
    assertThat(lock.holder())
        .as("%s", Message.of("steps.check.holder"))
        .isEqualTo(world.cluster().leader().member());
  }

  @Then("the leader's log says that it holds the lock")
  @Тогда("в логе лидера сказано, что блокировка у него")
  public void leaderLog() {
    Node leader = world.cluster().leader();
    showLog(
        leader.service(),
        Message.of("steps.wait.leaderLog").with("node", leader),
        "I am \\("
            + leader.member()
            + "\\), the leader with the lock"
            + "|promoted self to leader by acquiring session lock"
            + "|initialized a new cluster");
  }

  @Then("the replica's log says that it follows the leader")
  @Тогда("в логе реплики сказано, что она следует за лидером")
  public void replicaLog() {
    Node leader = world.cluster().leader();
    for (Node replica : world.cluster().except(leader)) {
      showLog(
          replica.service(),
          Message.of("steps.wait.replicaLog").with("node", replica).with("leader", leader),
          "a secondary, and following a leader \\(" + leader.member() + "\\)");
    }
  }

  @Then("ZooKeeper's log says that it serves clients, and holds no error")
  @Тогда("в логе ZooKeeper сказано, что он обслуживает клиентов, и нет ошибок")
  public void zookeeperLog() {
    int port = world.stack().dcs().members().get(0).port();
    servesWithoutErrors("binding to port .*" + port, ".*\\b(ERROR|FATAL)\\b.*");
  }

  @Then("the log of each etcd member says that it serves clients, and holds no error")
  @Тогда("в логе каждого участника etcd сказано, что он обслуживает клиентов, и нет ошибок")
  public void etcdLog() {
    servesWithoutErrors("ready to serve client requests", ".*\"level\":\"(error|panic|fatal)\".*");
  }

  private void servesWithoutErrors(String serves, String error) {
    for (String service : world.cluster().project().stack().dcs().services()) {
      showLog(service, Message.of("steps.wait.serves").with("service", service), serves);
      assertThat(world.cluster().access(service).logs(Instant.EPOCH))
          .as("%s", Message.of("steps.check.errors").with("service", service))
          .noneMatch(line -> line.text().matches(error));
    }
  }

  private void showLog(String service, Message expectation, String pattern) {
    world
        .evidence()
        .showLog(
            Message.of("steps.logOf").with("part", service),
            world
                .roles()
                .awaitLog(
                    service,
                    Instant.EPOCH,
                    expectation,
                    pattern,
                    world.cluster().deadlines().standbyAssigned()));
  }
}

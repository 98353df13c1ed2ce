package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.Когда;
import io.cucumber.java.ru.Тогда;
import java.sql.SQLException;
import java.util.List;
import org.halab.domain.Node;
import org.halab.domain.Settings;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.question.PublishedPorts;
import org.halab.question.PublishedPorts.Published;
import org.halab.rejoin.Following;
import org.halab.rejoin.Rejoin;
import org.halab.scenario.Lab;
import org.halab.scenario.World;

/** What a project of somebody else does, however its files spell it. */
public final class ExaminationSteps {
  private final World world;

  public ExaminationSteps(World world) {
    this.world = world;
  }

  @Given("the project's cluster")
  @Дано("кластер проекта")
  public void examined() {
    world.examined();
    world.evidence().show(Message.of("steps.members"), world.cluster().view().table());
  }

  @Given("its entrypoint serves clients")
  @Дано("через его точку входа клиентов обслуживают")
  public void served() {
    world.served();
  }

  @Then("each other node follows the leader, and holds the same rows")
  @Тогда("каждый из остальных узлов следует за лидером, и строки у них те же")
  public void allFollow() {
    Node leader = world.cluster().leader();
    for (Node node : world.cluster().except(leader)) {
      show(new Following(world.cluster(), node).await(world.cluster().deadlines().replicated()));
    }
  }

  /** Before that it leads nowhere else yet, for whatever it asks its servers. */
  @When("the entrypoint has had the time to find every node UP")
  @Когда("у точки входа было время найти каждый узел работающим")
  public void entrypointHasLooked() {
    Settings settings = world.cluster().settings();
    world
        .cluster()
        .waits()
        .out(
            settings
                .checkInterval()
                .multipliedBy(settings.rise() + 1L)
                .plus(settings.checkTimeout()));
  }

  @Then("something listens behind each port that is published")
  @Тогда("за каждым опубликованным портом кто-то слушает")
  public void somethingListens() {
    List<Published> ports = new PublishedPorts(world.cluster()).all();
    List<Published> silent = ports.stream().filter(port -> !port.heard()).toList();
    List<Published> notServed = silent.stream().filter(this::serveLess).toList();
    List<Published> unheard = silent.stream().filter(port -> !notServed.contains(port)).toList();
    world.evidence().note(Message.of("steps.published").with("ports", Message.and(ports)));
    if (!notServed.isEmpty()) {
      world.evidence().note(Message.of("steps.notServed").with("ports", Message.and(notServed)));
    }
    assertThat(unheard).as("%s", Message.of("steps.check.unheard")).isEmpty();
  }

  /** Stand-ins of a DCS serve its clients alone: no page of its own, no metrics. */
  private boolean serveLess(Published port) {
    return Lab.standsIn(port.service()) && world.stack().dcs().services().contains(port.service());
  }

  @Then("no node's Patroni changes the configuration for a stranger at the host")
  @Тогда("Patroni ни одного узла не меняет конфигурацию по просьбе постороннего с хоста")
  public void nobodyObeysStrangers() {
    assertThat(new PublishedPorts(world.cluster()).obeyingStrangers())
        .as("%s", Message.of("steps.check.obeys"))
        .isEmpty();
  }

  @Then("the returned node follows the leader, whatever Patroni calls it")
  @Тогда("вернувшийся узел следует за лидером, как бы его ни называл Patroni")
  public void returnedFollows() throws SQLException {
    world.experiment().endClients();
    Rejoin rejoin = Rejoin.ofReturned(world.cluster());
    show(rejoin.awaitFollowing());
    world
        .evidence()
        .note(Message.of("steps.wayBack").with("way", Terms.of(rejoin.wayBack().toString())));
  }

  private void show(Following.Seen seen) {
    world.evidence().show(Message.of("steps.leaderAndReturned"), seen.table());
    assertThat(seen.follows()).as("%s", seen).isTrue();
  }
}

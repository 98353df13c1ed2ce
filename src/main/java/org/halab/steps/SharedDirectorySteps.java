package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.halab.checker.SharedDirectory;
import org.halab.checker.SharedDirectory.Together;
import org.halab.domain.Node;
import org.halab.engine.ContainerDetails;
import org.halab.hosts.Swarm;
import org.halab.hosts.SwarmService;
import org.halab.message.Message;
import org.halab.scenario.World;

/** Whether a swarm has two containers on the data directory of one node. */
public final class SharedDirectorySteps {
  private final World world;

  public SharedDirectorySteps(World world) {
    this.world = world;
  }

  private Swarm swarm() {
    return world.cluster().project().swarm().orElseThrow();
  }

  @Given("a running cluster of the {word} stack whose nodes publish no port of their hosts")
  public void withoutPorts(String stack) {
    world.deployedAnew(stack);
    world.health().restore();
    List<String> nodes = world.cluster().nodes().stream().map(Node::service).toList();
    String haproxy = world.cluster().project().stack().entrypoint().service();
    swarm().publishBeside(nodes, world.cluster().project().image(haproxy));
    world.health().restore();
    world.evidence().show(Message.of("steps.swarmTasks"), swarm().tasks());
  }

  @Then("no two containers had one data directory at once")
  public void oneAtATime() {
    Map<String, SharedDirectory> directories = new TreeMap<>();
    world.cluster().nodes().forEach(node -> directories.put(node.service(), directory(node)));
    directories.forEach(this::show);
    assertThat(directories)
        .as("%s", Message.of("steps.check.oneAtATime"))
        .allSatisfy((node, one) -> assertThat(one.containers()).isEmpty())
        .anySatisfy((node, one) -> assertThat(one.tenants()).hasSizeGreaterThan(1));
  }

  @Then("two containers of the leader's node had its data directory at once")
  public void twoAtOnce() throws SQLException {
    Node leader = world.experiment().oldLeader();
    SharedDirectory directory = directory(leader);
    show(leader.service(), directory);
    assertThat(directory.containers()).as("%s", Message.of("steps.check.twoAtOnce")).isPresent();
  }

  private SharedDirectory directory(Node node) {
    SwarmService service = swarm().service(node.service());
    return new SharedDirectory(
        service.lives().stream()
            .map(
                one ->
                    new SharedDirectory.Tenant(
                        one.id(), one.startedAt(), end(one), service.logOf(one)))
            .toList());
  }

  private static Optional<Instant> end(ContainerDetails one) {
    return one.running() ? Optional.empty() : Optional.of(one.finishedAt());
  }

  private void show(String node, SharedDirectory directory) {
    world
        .evidence()
        .note(
            Message.of("steps.tenants")
                .with("node", node)
                .with("containers", (long) directory.tenants().size())
                .with("together", told(directory.containers()))
                .with("servers", told(directory.servers())));
  }

  private static Message told(Optional<Together> together) {
    return together
        .map(
            one ->
                Message.of("steps.together")
                    .with("time", one.length())
                    .with("from", one.from().truncatedTo(ChronoUnit.MILLIS))
                    .with("until", one.until().truncatedTo(ChronoUnit.MILLIS)))
        .orElseGet(() -> Message.of("steps.neverTogether"));
  }
}

package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectImageResponse;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.halab.cluster.PortProbe;
import org.halab.cluster.PortProbe.Finding;
import org.halab.cluster.Rebuild;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.report.Answers;
import org.halab.stack.Project;
import org.halab.support.World;

/** The guide's two questions, answered by experiment. */
public final class QuestionSteps {
  private static final List<Integer> GUIDE_PORTS = List.of(8008, 5432);

  private final World world;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Rebuild.Result> results = new ArrayList<>();
  private int listeningPort;
  private Rebuild rebuild;
  private Project project;
  private final List<InspectImageResponse> builds = new ArrayList<>();
  private Table portTable;

  public QuestionSteps(World world) {
    this.world = world;
  }

  @Given("a service listens on a node's port {int}, which no directive names")
  public void listener(int port) {
    listeningPort = port;
    new PortProbe(world.cluster()).listen(world.cluster().nodes().get(0), port);
  }

  @When("the ports of each node are tried from another container and from the host")
  public void tryPorts() {
    PortProbe probe = new PortProbe(world.cluster());
    for (Node node : world.cluster().nodes()) {
      GUIDE_PORTS.forEach(port -> findings.add(probe.probe(node, port)));
    }
  }

  @When("the ports of that node are tried from another container and from the host")
  public void tryListeningPort() {
    findings.add(
        new PortProbe(world.cluster()).probe(world.cluster().nodes().get(0), listeningPort));
  }

  @Then("this is what Docker reports and what connections find:")
  public void portsAre(Table expected) {
    Table all =
        new Table(
            List.of("node", "port", "exposed", "published", "in the network", "on the host"),
            findings.stream()
                .map(
                    one ->
                        List.of(
                            one.node().service(),
                            String.valueOf(one.port()),
                            yes(one.exposed()),
                            yes(one.published()),
                            yes(one.answersInNetwork()),
                            yes(one.answersOnHost())))
                .toList());
    world.evidence().show("findings", all);
    for (Finding one : findings) {
      List<String> row =
          expected.rows().stream()
              .filter(cells -> cells.get(0).equals(String.valueOf(one.port())))
              .findFirst()
              .orElseThrow();
      assertThat(
              List.of(
                  yes(one.exposed()),
                  yes(one.published()),
                  yes(one.answersInNetwork()),
                  yes(one.answersOnHost())))
          .as(
              "port %d of %s: exposed, published, answers in the network, answers on the host"
                  .formatted(one.port(), one.node()))
          .isEqualTo(row.subList(2, 6));
    }
    portTable = expected;
  }

  @Then("the answer to question 1 is written from this")
  public void answerOne() {
    world.evidence().note(Answers.ports(portTable));
  }

  @Given("a deployed copy of the project")
  public void deployedCopy() {
    rebuild = world.deployedCopy();
  }

  @When("each of these files is edited in turn and the project is restarted:")
  public void editAndRestart(Table cases) {
    for (List<String> one : cases.rows()) {
      Rebuild.Result result = rebuild.carryOut(one.get(0), one.get(1));
      results.add(result);
      world
          .evidence()
          .show(
              "%s edited, docker compose %s".formatted(result.edited(), result.command()),
              "image before: %s%nimage after:  %s%nlayers: %d before, %d after, %d of them the same from the bottom up%n%n%s"
                  .formatted(
                      result.imageBefore(),
                      result.imageAfter(),
                      result.reuse().before().size(),
                      result.reuse().after().size(),
                      result.reuse().same(),
                      result.build().isEmpty() ? "(no build output)" : result.build()));
    }
  }

  @Then("this is what became of the image and of the running node:")
  public void becameOf(Table expected) {
    Table actual = rebuildTable(expected.columns());
    world.evidence().show("what became of each", actual);
    assertThat(actual).isEqualTo(expected);
  }

  @Then("the answer to question 2 is written from this")
  public void answerTwo() {
    world
        .evidence()
        .note(
            Answers.rebuild(
                rebuildTable(List.of("edited", "command", "image", "node runs with", "layers"))));
  }

  @Given("a copy of the project")
  public void copy() {
    project = world.copy();
  }

  @When("the image is built for one node and then for the other")
  public void buildForEachNode() {
    for (Node node : project.stack().nodes()) {
      builds.add(Rebuild.buildFor(project, node));
    }
  }

  @Then("its name leads to another image id, with the same layers")
  public void anotherIdSameLayers() {
    world
        .evidence()
        .show(
            "the image after each build",
            builds.stream()
                .map(
                    image ->
                        image.getId() + "\n  " + String.join("\n  ", image.getRootFS().getLayers()))
                .collect(Collectors.joining("\n")));
    assertThat(builds.get(1).getId()).as("the image id").isNotEqualTo(builds.get(0).getId());
    assertThat(builds.get(1).getRootFS().getLayers())
        .as("the layers")
        .isEqualTo(builds.get(0).getRootFS().getLayers());
  }

  private Table rebuildTable(List<String> columns) {
    return new Table(
        columns,
        results.stream()
            .map(
                one ->
                    List.of(
                        one.edited(), one.command(), one.image(), one.nodeRunsWith(), one.layers()))
            .toList());
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}

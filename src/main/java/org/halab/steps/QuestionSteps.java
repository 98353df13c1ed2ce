package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Дано;
import io.cucumber.java.ru.Когда;
import io.cucumber.java.ru.Тогда;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.halab.changes.UnifiedDiff;
import org.halab.deploy.Project;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.engine.Image;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.question.PortProbe;
import org.halab.question.Rebuild;
import org.halab.report.Answers;
import org.halab.scenario.World;

/** The guide's two questions, answered by experiment. */
public final class QuestionSteps {
  private final World world;
  private final List<Rebuild.Result> results = new ArrayList<>();
  private Node listeningNode;
  private Table ports;
  private Rebuild rebuild;
  private Project project;
  private final List<Image> builds = new ArrayList<>();

  public QuestionSteps(World world) {
    this.world = world;
  }

  @Given("a service listens on a node's port {int}, which no directive names")
  @Дано("на узле слушается порт {int}, не названный ни в одной директиве")
  public void listener(int port) {
    listeningNode = world.cluster().nodes().get(0);
    new PortProbe(world.cluster()).listen(listeningNode, port);
  }

  @When(
      "ports {int} and {int} of each node are tried from another container and at 127.0.0.1 of the host")
  @Когда(
      "порты {int} и {int} каждого узла проверяются из другого контейнера и на хосте по адресу 127.0.0.1")
  public void tryPorts(int first, int second) {
    ports = new PortProbe(world.cluster()).probe(world.cluster().nodes(), List.of(first, second));
  }

  @When("port {int} of that node is tried from another container and at 127.0.0.1 of the host")
  @Когда("порт {int} этого узла проверяется из другого контейнера и на хосте по адресу 127.0.0.1")
  public void tryPort(int port) {
    ports = new PortProbe(world.cluster()).probe(List.of(listeningNode), List.of(port));
  }

  @Then("this is what the Compose file, Docker and connections say:")
  @Тогда("вот что говорят файл Compose, Docker и сами подключения:")
  public void portsAre(Table expected) {
    world.evidence().show(Message.of("steps.portsFound"), ports);
    assertThat(ports).isEqualTo(expected);
  }

  @Then("the answer to question 1 is written from this")
  @Тогда("из этого составлен ответ на вопрос 1")
  public void answerOne() {
    world.evidence().answer(Answers.ports(ports));
  }

  @Given("a deployed copy of the project")
  @Дано("развёрнутая копия проекта")
  public void deployedCopy() {
    world.requirePossible(Rebuild::lacking);
    rebuild = world.deployedCopy();
  }

  @When("each of these files is edited in turn and the project is restarted:")
  @Когда("каждый из этих файлов по очереди меняется, и проект перезапускается:")
  public void editAndRestart(Table cases) {
    for (List<String> one : cases.rows()) {
      Rebuild.Result result = rebuild.carryOut(one.get(0), one.get(1));
      showEdits(result);
      results.add(result);
      world
          .evidence()
          .show(
              Message.of("steps.edited")
                  .with("edited", Terms.of(result.edited()))
                  .with("command", Terms.of(result.command())),
              Message.of("steps.layers")
                  .with("before", result.imageBefore())
                  .with("after", result.imageAfter())
                  .with("layersBefore", result.reuse().before().size())
                  .with("layersAfter", result.reuse().after().size())
                  .with("same", result.reuse().same())
                  .with("why", Message.joined("\n", result.why()))
                  .with(
                      "build",
                      result.build().isEmpty() ? Message.of("steps.noBuild") : result.build()));
    }
  }

  /** The same edit is made again and again: it is shown once. */
  private void showEdits(Rebuild.Result result) {
    if (results.stream().noneMatch(earlier -> earlier.edited().equals(result.edited()))) {
      for (UnifiedDiff edit : result.edits()) {
        world
            .evidence()
            .show(Message.of("steps.edit").with("edited", Terms.of(result.edited())), edit);
      }
    }
  }

  @Then("this is what became of the image and of the running node:")
  @Тогда("вот что стало с образом и с работающим узлом:")
  public void becameOf(Table expected) {
    Table actual = rebuildTable(expected.columns());
    world.evidence().show(Message.of("steps.became"), actual);
    assertThat(actual).isEqualTo(expected);
  }

  @Then("the answer to question 2 is written from this")
  @Тогда("из этого составлен ответ на вопрос 2")
  public void answerTwo() {
    world
        .evidence()
        .answer(
            Answers.rebuild(
                new Table(
                    List.of("edited", "command", "image", "node runs with", "layers"),
                    results.stream().map(one -> row(one, one.imageAndId())).toList())));
  }

  @Given("a copy of the project")
  @Дано("копия проекта")
  public void copy() {
    world.requirePossible(Rebuild::lacking);
    project = world.copy();
  }

  @When("the image is built for one node and then for the other")
  @Когда("образ собирается для одного узла, а затем для другого")
  public void buildForEachNode() {
    for (Node node : project.stack().nodes()) {
      builds.add(Rebuild.buildFor(project, node));
    }
  }

  @Then("its name leads to another image id, with the same layers")
  @Тогда("под его именем теперь другой id образа, но те же слои")
  public void anotherIdSameLayers() {
    world
        .evidence()
        .show(
            Message.of("steps.imageAfterBuild"),
            builds.stream()
                .map(image -> image.id() + "\n  " + String.join("\n  ", image.layers()))
                .collect(Collectors.joining("\n")));
    assertThat(builds.get(1).id())
        .as("%s", Message.of("steps.check.imageId"))
        .isNotEqualTo(builds.get(0).id());
    assertThat(builds.get(1).layers())
        .as("%s", Message.of("steps.check.layers"))
        .isEqualTo(builds.get(0).layers());
  }

  private Table rebuildTable(List<String> columns) {
    return new Table(columns, results.stream().map(one -> row(one, one.image())).toList());
  }

  private static List<String> row(Rebuild.Result one, String image) {
    return List.of(one.edited(), one.command(), image, one.nodeRunsWith(), one.layers());
  }
}

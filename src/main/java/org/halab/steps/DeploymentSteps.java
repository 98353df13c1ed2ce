package org.halab.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.java.ru.Когда;
import io.cucumber.java.ru.Тогда;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.engine.ContainerDetails;
import org.halab.engine.Image;
import org.halab.message.Message;
import org.halab.scenario.World;
import org.halab.stack.ComposeModel;
import org.halab.stack.Dockerfile;
import org.halab.stack.NodeFile;
import org.halab.stack.PatroniSettings;

/** Part 1: the image, the containers, the settings. */
public final class DeploymentSteps {
  private final World world;
  private Map<String, List<String>> differences;

  public DeploymentSteps(World world) {
    this.world = world;
  }

  @Then("both nodes run the same image, built from {string}")
  @Тогда("оба узла работают на одном образе, собранном из {string}")
  public void sameImage(String dockerfile) {
    List<String> images =
        world.cluster().nodes().stream()
            .map(node -> world.cluster().access(node).details().imageId())
            .toList();
    world.evidence().note(Message.of("steps.image").with("image", images.get(0)));
    assertThat(images).as("%s", Message.of("steps.check.images")).containsOnly(images.get(0));
    assertThat(world.stack().directory().resolve(dockerfile)).isRegularFile();
  }

  @Then("the image holds PostgreSQL {int} and Patroni {int}")
  @Тогда("в образе есть PostgreSQL {int} и Patroni {int}")
  public void versions(int postgres, int patroni) {
    String directory =
        world
            .stack()
            .settings(world.stack().nodes().get(0))
            .text("postgresql.bin_dir")
            .orElse("/usr/lib/postgresql/" + postgres + "/bin");
    String postgresVersion = run(directory + "/postgres", "--version");
    String patroniVersion = run("patroni", "--version");
    world.evidence().note(Message.text(postgresVersion + ", " + patroniVersion));
    assertThat(postgresVersion).contains(" " + postgres + ".");
    assertThat(patroniVersion).contains("patroni " + patroni + ".");
  }

  @Then("the image holds Patroni's ZooKeeper client")
  @Тогда("в образе есть клиент Patroni для ZooKeeper")
  public void zookeeperClient() {
    String client = run("python3", "-c", "import kazoo.version; print(kazoo.version.__version__)");
    world.evidence().note(Message.text("kazoo " + client));
    assertThat(client).as("%s", Message.of("steps.check.client")).matches("\\d+\\.\\d+.*");
  }

  @Then("the image holds Patroni's etcd client, and none for ZooKeeper")
  @Тогда("в образе есть клиент Patroni для etcd, а для ZooKeeper — нет")
  public void etcdClient() {
    assertThat(imports("etcd")).as("%s", Message.of("steps.check.etcdClient")).isTrue();
    assertThat(imports("kazoo")).as("%s", Message.of("steps.check.zookeeperClient")).isFalse();
  }

  private boolean imports(String module) {
    return world
        .cluster()
        .access(world.cluster().nodes().get(0))
        .exec("python3", "-c", "import " + module)
        .succeeded();
  }

  @Then("the image holds the files {string} and {string} as they are in the project")
  @Тогда("в образе лежат файлы {string} и {string}, такие же, как в проекте")
  public void files(String first, String second) throws IOException {
    for (String file : List.of(first, second)) {
      String held = run("cat", file);
      world.evidence().show(Message.of("steps.inImage").with("file", file), held);
      assertThat(held)
          .as("%s", Message.of("steps.inImage").with("file", file))
          .isEqualTo(
              Files.readString(world.stack().directory().resolve(file.substring(1))).strip());
    }
  }

  @Then("the image runs as user {string} and has no command of its own")
  @Тогда("образ работает от пользователя {string} и не задаёт своей команды")
  public void user(String user) {
    Image image = image();
    Image base = baseImage();
    world
        .evidence()
        .note(
            Message.of("steps.imageUser")
                .with("user", image.user())
                .with("command", String.valueOf(image.command()))
                .with("base", String.valueOf(base.command())));
    assertThat(image.user()).as("%s", Message.of("steps.check.user")).isEqualTo(user);
    assertThat(image.command())
        .as("%s", Message.of("steps.check.command"))
        .isIn(List.of(), base.command());
  }

  @Then("Patroni is the first process of each node's container")
  @Тогда("Patroni — первый процесс в контейнере каждого узла")
  public void firstProcess() {
    for (Node node : world.cluster().nodes()) {
      String command =
          world.cluster().access(node).output("cat", "/proc/1/cmdline").replace('\0', ' ');
      world
          .evidence()
          .note(Message.of("steps.process").with("node", node).with("command", command));
      assertThat(command)
          .as("%s", Message.of("steps.check.process").with("node", node))
          .contains("patroni " + world.stack().member(node).files().get(0).inContainer());
    }
  }

  @Then("these services run as the guide describes them:")
  @Then("these services run as the stack's files describe them:")
  @Тогда("эти сервисы работают так, как описано в гайде:")
  @Тогда("эти сервисы работают так, как описано в файлах стека:")
  public void services(Table expected) {
    Table actual =
        new Table(
            expected.columns(),
            expected.column("service").stream().map(service -> describe(service)).toList());
    world.evidence().show(Message.of("steps.describedContainers"), actual);
    assertThat(actual).isEqualTo(expected);
  }

  private List<String> describe(String service) {
    ContainerDetails container = world.cluster().access(service).details();
    assertThat(container.running())
        .as("%s", Message.of("steps.check.runs").with("service", service))
        .isTrue();
    boolean postgres = world.cluster().nodes().stream().anyMatch(n -> n.service().equals(service));
    return List.of(
        service,
        container.hostName(),
        container.restartPolicy(),
        postgres ? String.join(" ", container.command()) : "",
        dataVolume(container),
        container.publishedPorts().keySet().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ")));
  }

  private String dataVolume(ContainerDetails container) {
    String prefix = world.cluster().project().name() + "_";
    return world.stack().nodes().stream()
        .flatMap(node -> container.volumeOf(world.stack().settings(node).dataDirectory()).stream())
        .map(name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name)
        .findFirst()
        .orElse("");
  }

  @Then("the Compose file names these containers and host ports:")
  @Тогда("в файле Compose заданы такие имена контейнеров и порты хоста:")
  public void printedNames(Table expected) {
    ComposeModel printed = world.cluster().project().printed();
    Table actual =
        new Table(
            expected.columns(),
            expected.column("service").stream()
                .map(
                    service ->
                        List.of(
                            service,
                            printed.containerName(service),
                            printed.hostPorts(service).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))))
                .toList());
    world.evidence().show(Message.of("steps.names"), actual);
    assertThat(actual).isEqualTo(expected);
  }

  @When("the configuration files of the two nodes are compared")
  @Когда("сравниваются файлы конфигурации двух узлов")
  public void compareFiles() {
    List<Node> nodes = world.stack().nodes();
    differences = nodeFile(nodes.get(0)).differences(nodeFile(nodes.get(1)));
  }

  @Then("they differ in these settings alone:")
  @Тогда("они различаются только этими настройками:")
  public void onlyDifferences(Table expected) {
    Table actual =
        new Table(
            expected.columns(),
            expected.column("setting").stream()
                .map(setting -> row(setting, differences.getOrDefault(setting, List.of("", ""))))
                .toList());
    Table all =
        new Table(
            expected.columns(),
            differences.entrySet().stream().map(d -> row(d.getKey(), d.getValue())).toList());
    world.evidence().show(Message.of("steps.differences"), all);
    assertThat(actual).as("%s", Message.of("steps.check.differences")).isEqualTo(expected);
    assertThat(differences.keySet())
        .as("%s", Message.of("steps.check.settings"))
        .containsExactlyInAnyOrderElementsOf(expected.column("setting"));
  }

  private static List<String> row(String setting, List<String> values) {
    return Stream.concat(Stream.of(setting), values.stream()).toList();
  }

  @Then("the cluster is configured with:")
  @Тогда("кластер настроен так:")
  public void configuredWith(Map<String, String> expected) {
    JsonNode config = world.cluster().patroni(world.cluster().leader()).config();
    world.evidence().show(Message.of("steps.configuration"), config);
    expected.forEach(
        (name, value) -> assertThat(config.path(name).asText()).as(name).isEqualTo(value));
  }

  @Then("both have these tags:")
  @Тогда("в обоих заданы теги:")
  public void tags(Map<String, String> expected) {
    Table tags =
        new Table(
            Stream.concat(Stream.of("tag"), world.stack().nodes().stream().map(Node::service))
                .toList(),
            expected.keySet().stream()
                .map(
                    tag ->
                        row(
                            tag,
                            world.stack().nodes().stream()
                                .map(node -> nodeFile(node).value("tags." + tag).orElse("unset"))
                                .toList()))
                .toList());
    world.evidence().show(Message.of("steps.tags"), tags);
    for (Node node : world.stack().nodes()) {
      NodeFile file = nodeFile(node);
      expected.forEach(
          (tag, value) ->
              assertThat(file.value("tags." + tag))
                  .as("%s", Message.of("steps.check.tag").with("tag", tag).with("node", node))
                  .contains(value));
    }
  }

  @Then("the leader's access rules include:")
  @Тогда("среди правил доступа лидера есть:")
  public void accessRules(List<String> expected) {
    Node leader = world.cluster().leader();
    String rules =
        world
            .cluster()
            .access(leader)
            .output("cat", world.stack().settings(leader).dataDirectory() + "/pg_hba.conf");
    world.evidence().show(Message.of("steps.rules").with("node", leader), rules);
    assertThat(rules.lines().map(String::strip)).as("pg_hba.conf").containsAll(expected);
  }

  @Then("the files set these under \"bootstrap.postgresql\", and the cluster has something else:")
  @Тогда("в файлах под \"bootstrap.postgresql\" задано одно, а в кластере действует другое:")
  public void printedAndInForce(Table expected) throws Exception {
    NodeFile file = nodeFile(world.stack().nodes().get(0));
    Node leader = world.cluster().leader();
    JsonNode config = world.cluster().patroni(leader).config();
    Table actual =
        new Table(
            expected.columns(),
            List.of(
                List.of(
                    "use_pg_rewind",
                    file.value("bootstrap.postgresql.use_pg_rewind").orElse("unset"),
                    config.path("postgresql").path("use_pg_rewind").asText("unset")),
                parameter(file, leader, "archive_mode"),
                parameter(file, leader, "archive_timeout")));
    world.evidence().show(Message.of("steps.printed"), actual);
    world.evidence().show(Message.of("steps.configuration"), config);
    assertThat(actual).isEqualTo(expected);
  }

  @Then("each node's PostgreSQL has its socket in its own data directory")
  @Тогда("у PostgreSQL каждого узла сокет лежит в каталоге данных этого узла")
  public void socketInDataDirectory() {
    for (Node node : world.cluster().nodes()) {
      PatroniSettings settings = world.stack().settings(node);
      String found = world.cluster().access(node).output("ls", "-a", settings.dataDirectory());
      world.evidence().show(Message.of("steps.directory").with("node", node), found);
      assertThat(found.lines())
          .as("%s", Message.of("steps.check.directory").with("node", node))
          .contains(".s.PGSQL." + settings.postgresPort());
    }
  }

  private List<String> parameter(NodeFile file, Node node, String name) throws Exception {
    return List.of(
        name,
        file.value("bootstrap.postgresql.parameters." + name).orElse("unset"),
        world.cluster().sql(node).query("SHOW " + name).value());
  }

  private NodeFile nodeFile(Node node) {
    return NodeFile.read(world.stack().nodeFile(node));
  }

  private Image image() {
    Node node = world.cluster().nodes().get(0);
    return world
        .cluster()
        .project()
        .engine()
        .image(world.cluster().access(node).details().imageId())
        .orElseThrow();
  }

  private Image baseImage() {
    String base = Dockerfile.read(world.stack().dockerfile()).base();
    return world
        .cluster()
        .project()
        .engine()
        .image(base)
        .orElseThrow(() -> new LabException(Message.of("steps.noBase").with("image", base)));
  }

  private String run(String... command) {
    return world.cluster().access(world.cluster().nodes().get(0)).output(command).strip();
  }
}

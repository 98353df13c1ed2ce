package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.halab.domain.LabException;
import org.halab.domain.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read from files in which every name, port, password and place is another than printed.
 */
class StackReaderTest {
  private static final String NODE =
      """
      scope: shop
      namespace: /lab/
      name: %s
      restapi:
        listen: 0.0.0.0:9008
      zookeeper:
        hosts: ["keeper:2888"]
      postgresql:
        listen: 0.0.0.0:6001
        data_dir: /data/%1$s
        authentication:
          superuser: {username: boss, password: secret}
          replication: {username: copier, password: copy}
      """;

  private static final String GATE =
      """
      defaults
        mode tcp
      frontend numbers
        mode http
        bind :8404
        stats enable
        stats uri /numbers
      frontend clients
        bind *:7432
        default_backend leader
      frontend readers
        bind *:7433
        default_backend replicas
      backend leader
        option httpchk GET /primary
        default-server inter 1s rise 1
        server first one.lan:6001 check port 9008
        server second db-2:6001 check port 9008
      backend replicas
        option httpchk GET /replica
        server first one.lan:6001 check port 9008
        server second db-2:6001 check port 9008
      """;

  @TempDir Path directory;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(directory.resolve("conf"));
    write("conf/one.yml", NODE.formatted("alpha"));
    write("conf/two.yml", NODE.formatted("beta"));
    write("gate/gate.cfg", GATE);
    write(
        "Dockerfile",
        """
        FROM postgres:15
        WORKDIR /etc/patroni
        COPY --chown=postgres conf/*.yml ./
        """);
    write(
        "compose.yaml",
        """
        services:
          db-1:
            command: patroni /etc/patroni/one.yml
          db-2:
            command: patroni /etc/patroni/two.yml
          keeper: {}
          gate: {}
        """);
  }

  @Test
  void nothingNeedsToBeNamedAsPrinted() {
    Stack stack = read(resolved());

    assertThat(stack.nodes()).containsExactly(new Node("db-1", "alpha"), new Node("db-2", "beta"));
    PatroniSettings first = stack.settings(stack.nodes().get(0));
    assertThat(first.postgresPort()).isEqualTo(6001);
    assertThat(first.restPort()).isEqualTo(9008);
    assertThat(first.dataDirectory()).isEqualTo("/data/alpha");
    assertThat(first.superuser()).isEqualTo(new Login("boss", "secret"));
    assertThat(first.replication()).isEqualTo(new Login("copier", "copy"));
    assertThat(stack.nodeFile(stack.nodes().get(1))).isEqualTo(directory.resolve("conf/two.yml"));
    assertThat(stack.dcs().kind()).isEqualTo(Dcs.ZOOKEEPER);
    assertThat(stack.dcs().members()).containsExactly(new DcsMember("keeper", 2888));
    assertThat(stack.dcs().leaderKey()).isEqualTo("/lab/shop/leader");
    assertThat(stack.services()).containsExactly("db-1", "db-2", "keeper", "gate");
  }

  @Test
  void aNodeFileMayBeNamedFromTheDirectoryOfTheContainer() throws IOException {
    write("Dockerfile", "FROM postgres:15\nWORKDIR /etc\nCOPY conf/*.yml patroni/\n");
    Stack stack =
        read(
            resolved()
                .replace("/etc/patroni/one.yml", "patroni/one.yml")
                .replace("/etc/patroni/two.yml", "./patroni/two.yml"));

    assertThat(stack.nodeFile(stack.nodes().get(0))).isEqualTo(directory.resolve("conf/one.yml"));
    assertThat(stack.nodeFile(stack.nodes().get(1))).isEqualTo(directory.resolve("conf/two.yml"));
  }

  @Test
  void theEntrypointIsTheWayInThatIsMeantForTheLeader() {
    EntrypointPlan entrypoint = read(resolved()).entrypoint();

    assertThat(entrypoint.service()).isEqualTo("gate");
    assertThat(entrypoint.proxy()).isEqualTo(Proxy.HAPROXY);
    assertThat(entrypoint.name()).isEqualTo("leader");
    assertThat(entrypoint.port()).isEqualTo(7432);
    assertThat(entrypoint.statisticsPort()).hasValue(8404);
    assertThat(entrypoint.statisticsPath()).isEqualTo("/numbers");
    assertThat(entrypoint.file().inContainer()).isEqualTo("/etc/gate/gate.cfg");
    assertThat(entrypoint.nodesByServer())
        .containsEntry("first", "db-1")
        .containsEntry("second", "db-2");
    assertThat(entrypoint.checks(GATE).checkInterval()).hasSeconds(1);
    assertThat(entrypoint.checks(GATE).rise()).isEqualTo(1);
  }

  @Test
  void nginxIsToldFromHaproxyByItsConfiguration() throws IOException {
    write(
        "gate/gate.cfg",
        """
        stream {
          server {
            listen 7432;
            proxy_pass db;
          }
          upstream db {
            server one.lan:6001;
            server db-2:6001;
          }
        }
        """);

    EntrypointPlan entrypoint = read(resolved()).entrypoint();

    assertThat(entrypoint.proxy()).isEqualTo(Proxy.NGINX);
    assertThat(entrypoint.port()).isEqualTo(7432);
    assertThat(entrypoint.nodesByServer()).containsEntry("db-2:6001", "db-2");
  }

  @Test
  void theEnvironmentWinsOverTheFile() {
    Stack stack =
        read(
            resolved()
                .replace(
                    "\"hostname\": \"one.lan\"",
                    "\"hostname\": \"one.lan\", \"environment\": {\"PATRONI_SCOPE\": \"other\", \"PATRONI_ETCD3_HOSTS\": \"'keeper:2379','keeper:2380'\"}"));

    assertThat(stack.dcs().kind()).isEqualTo(Dcs.ETCD);
    assertThat(stack.dcs().members())
        .containsExactly(new DcsMember("keeper", 2379), new DcsMember("keeper", 2380));
    assertThat(stack.dcs().leaderKey()).isEqualTo("/lab/other/leader");
  }

  @Test
  void clientsMayKnowSeveralEntrypoints() {
    Stack stack =
        read(
            resolved()
                .replace(
                    "\"keeper\": {",
                    "\"gate-2\": {\"image\": \"haproxy:3.0\", \"volumes\": [{\"type\": \"bind\","
                        + " \"source\": \"DIR/gate\", \"target\": \"/etc/gate\"}]},"
                        + " \"keeper\": {"));

    assertThat(stack.everyEntrypoint())
        .extracting(EntrypointPlan::service)
        .containsExactlyInAnyOrder("gate", "gate-2");
    assertThat(stack.everyEntrypoint()).allMatch(one -> one.port() == 7432);
  }

  @Test
  void anEntrypointByAnotherFileMayBeMeantForOthers() throws IOException {
    write("gate-2/gate.cfg", GATE);

    Stack stack =
        read(
            resolved()
                .replace(
                    "\"keeper\": {",
                    "\"gate-2\": {\"image\": \"haproxy:3.0\", \"volumes\": [{\"type\": \"bind\","
                        + " \"source\": \"DIR/gate-2\", \"target\": \"/etc/gate\"}]},"
                        + " \"keeper\": {"));

    assertThat(stack.entrypoints()).hasSize(2);
    assertThat(stack.everyEntrypoint()).hasSize(1);
  }

  @Test
  void aDcsThatNobodyServesIsNamedWithItsLine() throws IOException {
    write("conf/one.yml", NODE.formatted("alpha").replace("keeper:2888", "zoo:2181"));

    refused(resolved(), "one.yml:6: Patroni is to find ZooKeeper at 'zoo:2181'");
  }

  @Test
  void aDcsOfAnotherKindIsNotSupportedYet() throws IOException {
    write("conf/one.yml", NODE.formatted("alpha").replace("zookeeper:", "consul:"));

    refused(resolved(), "one.yml:6: the DCS 'consul' is not supported yet");
  }

  @Test
  void aNodeFileThatIsNoYamlIsNamedWithItsLine() throws IOException {
    write("conf/two.yml", "scope: shop\nname: beta\n\trestapi:\n");

    refused(resolved(), "two.yml:3 is not YAML");
  }

  @Test
  void aFileThatNothingBringsIntoTheContainerIsNamed() {
    refused(
        resolved().replace("/etc/patroni/two.yml", "/two.yml"),
        "compose.yaml:5: db-2 reads /two.yml, which no mount and no COPY");
  }

  @Test
  void twoNodesOfOneNameAreNamed() throws IOException {
    write("conf/two.yml", NODE.formatted("alpha"));

    refused(resolved(), "two.yml:3: the nodes db-1 and db-2 have the same Patroni name");
  }

  @Test
  void twoEntrypointsOnOnePortAreNamed() {
    refused(
        resolved()
            .replace(
                "\"keeper\": {",
                "\"keeper\": {\"ports\": [{\"target\": 1, \"published\": \"15432\"}], "),
        "compose.yaml:7: gate is to be published on port 15432, and so is keeper");
  }

  @Test
  void filesWithoutPatroniAreNoLab() {
    refused("{\"services\": {\"web\": {\"command\": [\"nginx\"]}}}", "no service runs Patroni");
  }

  @Test
  void withoutAnEntrypointItIsSaidWhatIsMissing() throws IOException {
    write("gate/gate.cfg", GATE.replace(":6001", ":5432"));

    Stack stack = read(resolved());
    assertThat(stack.services()).containsExactly("db-1", "db-2", "keeper");
    assertThatThrownBy(stack::entrypoint)
        .isInstanceOf(LabException.class)
        .hasMessageContaining(
            "no service has an HAProxy or nginx configuration that leads to [db-1:6001, db-2:6001]");
  }

  @Test
  void whatCannotBeToldCanBeSaid() throws IOException {
    write("conf/gate.txt", GATE);

    Stack stack =
        read(
            """
            {"services": {
              "db-1": {"image": "a", "hostname": "one.lan"},
              "db-2": {"image": "a"},
              "keeper": {"image": "b"},
              "gate": {"image": "c"}},
             "x-lab": {
               "nodes": {"db-1": ["conf/one.yml"], "db-2": ["conf/two.yml"]},
               "dcs": {"kind": "zookeeper", "members": {"keeper": 2888}},
               "entrypoints": {"gate": {"config": "conf/gate.txt", "statistics": 9000}}}}
            """);

    assertThat(stack.services()).containsExactly("db-1", "db-2", "keeper", "gate");
    assertThat(stack.entrypoint().port()).isEqualTo(7432);
    assertThat(stack.entrypoint().statisticsPort()).hasValue(9000);
  }

  private void refused(String resolved, String message) {
    assertThatThrownBy(() -> read(resolved))
        .isInstanceOf(LabException.class)
        .hasMessageContaining(message);
  }

  private Stack read(String resolved) {
    return StackReader.read(
        "guide",
        directory,
        List.of(directory.resolve("compose.yaml")),
        ComposeModel.parse(resolved.replace("DIR", directory.toString())));
  }

  /** As Compose resolves it. */
  private static String resolved() {
    return """
        {"services": {
          "db-1": {
            "build": {"context": "DIR", "dockerfile": "Dockerfile"},
            "command": ["patroni", "/etc/patroni/one.yml"],
            "hostname": "one.lan"},
          "db-2": {
            "build": {"context": "DIR", "dockerfile": "Dockerfile"},
            "command": ["sh", "-c", "exec patroni /etc/patroni/two.yml"]},
          "keeper": {
            "image": "zookeeper:3.9"},
          "gate": {
            "image": "haproxy:3.0",
            "ports": [{"target": 7432, "published": "15432"}],
            "volumes": [{"type": "bind", "source": "DIR/gate", "target": "/etc/gate"}]}}}
        """;
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}

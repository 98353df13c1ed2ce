package org.halab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.message.Language;
import org.halab.stack.ComposeModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile projects, each a difference to the printed one; and those to which nothing is done. */
class TamedTest {
  private static ComposeModel printed;

  @TempDir Path directory;

  @BeforeAll
  static void resolve() {
    printed = Printed.resolved(Printed.FILE);
  }

  private static Stream<List<Path>> ours() {
    return Stream.of(
        List.of(Printed.FILE),
        List.of(Printed.FILE, Printed.DIRECTORY.resolve("improved/compose.yml")),
        List.of(Printed.FILE, Printed.DIRECTORY.resolve("small-disk/compose.yml")),
        List.of(Printed.FILE, Printed.DIRECTORY.resolve("stop-ignoring/compose.yml")),
        List.of(Printed.FILE, Printed.DIRECTORY.resolve("etcd/compose.yml")),
        List.of(Printed.FILE, Printed.DIRECTORY.resolve("ha/compose.yml")));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void theGuidesProjectsGetLimitsAndNothingElse(List<Path> files) throws IOException {
    ComposeModel asked = Printed.resolved(files.toArray(Path[]::new));
    Tamed tamed = Tamed.of(asked, Printed.DIRECTORY, files);

    assertThat(tamed.findings()).isEmpty();
    assertThat(tamed.startable()).isTrue();
    ObjectNode model = Printed.json(tamed.model());
    for (Map.Entry<String, JsonNode> one : model.path("services").properties()) {
      ObjectNode service = (ObjectNode) one.getValue();
      assertThat(service.remove("mem_limit").asText()).isEqualTo("1073741824");
      assertThat(service.remove("memswap_limit").asText()).isEqualTo("1073741824");
      assertThat(service.remove("cpus").asDouble()).isEqualTo(1);
      assertThat(service.remove("pids_limit").asInt()).isEqualTo(512);
      assertThat(service.remove("logging").at("/options/max-size").asText()).isEqualTo("10m");
      assertThat(service.path("ports").isEmpty()).isEqualTo(one.getKey().equals("disks"));
      assertThat(service.path("ports"))
          .allSatisfy(
              port ->
                  assertThat(((ObjectNode) port).remove("host_ip").asText())
                      .isEqualTo("127.0.0.1"));
    }
    assertThat(model).isEqualTo(Printed.json(asked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          privileged           | true                                          | asks-for-privileges
          network_mode         | "host"                                        | asks-for-privileges
          network_mode         | "container:victim"                            | asks-for-privileges
          pid                  | "host"                                        | asks-for-privileges
          ipc                  | "host"                                        | asks-for-privileges
          uts                  | "host"                                        | asks-for-privileges
          userns_mode          | "host"                                        | asks-for-privileges
          cgroup               | "host"                                        | asks-for-privileges
          cgroup_parent        | "/"                                           | asks-for-privileges
          devices              | [{"source": "/dev/sda", "target": "/dev/sda"}] | asks-for-privileges
          device_cgroup_rules  | ["a *:* rwm"]                                 | asks-for-privileges
          cap_add              | ["SYS_ADMIN"]                                 | asks-for-privileges
          security_opt         | ["seccomp:unconfined"]                        | asks-for-privileges
          sysctls              | {"kernel.msgmax": "1"}                        | asks-for-privileges
          group_add            | ["docker"]                                    | asks-for-privileges
          runtime              | "nvidia"                                      | asks-for-privileges
          gpus                 | [{"count": -1}]                               | asks-for-privileges
          oom_score_adj        | -1000                                         | asks-for-privileges
          oom_kill_disable     | true                                          | asks-for-privileges
          ulimits              | {"memlock": -1}                               | asks-for-privileges
          ulimits              | {"nofile": {"soft": 1, "hard": -1}}           | asks-for-privileges
          storage_opt          | {"size": "1T"}                                | asks-for-privileges
          credential_spec      | {"file": "/etc/passwd"}                       | asks-for-privileges
          provider             | {"type": "sh"}                                | asks-for-privileges
          models               | ["llm"]                                       | asks-for-privileges
          post_start           | [{"command": "id", "privileged": true}]       | asks-for-privileges
          pre_stop             | [{"command": "id", "privileged": true}]       | asks-for-privileges
          extra_hosts          | ["h=host-gateway"]                            | asks-for-privileges
          deploy               | {"resources": {"reservations": {"devices": [{"capabilities": ["gpu"]}]}}} | asks-for-privileges
          use_api_socket       | true                                          | asks-for-docker
          volumes              | [{"type": "bind", "source": "/var/run/docker.sock", "target": "/s"}] | asks-for-docker
          volumes              | [{"type": "bind", "source": "/", "target": "/host"}] | reaches-outside
          volumes              | [{"type": "bind", "source": "..", "target": "/host"}] | reaches-outside
          volumes              | [{"type": "npipe", "source": "//./pipe/docker_engine", "target": "/s"}] | not-carried-over
          volumes              | [{"type": "volume", "source": "pg-master", "target": "/v", "bind": {"propagation": "rshared"}}] | asks-for-privileges
          volumes              | "everything"                                  | not-carried-over
          volumes_from         | ["container:victim"]                          | reaches-outside
          external_links       | ["victim"]                                    | reaches-outside
          env_file             | [{"path": "/etc/environment"}]                | reaches-outside
          build                | {"context": "/", "dockerfile": "Dockerfile"}  | builds-from-outside
          build                | {"context": "https://github.com/a/b.git"}     | builds-from-outside
          build                | "https://github.com/a/b.git"                  | builds-from-outside
          labels               | {"org.halab.run": "another"}                  | pretends-to-be-the-labs
          labels               | {"com.docker.compose.project": "victim"}      | pretends-to-be-the-labs
          environment          | {"AWS_SECRET_ACCESS_KEY": null}               | not-carried-over
          logging              | {"driver": "syslog", "options": {"syslog-address": "tcp://h"}} | not-carried-over
          dns                  | ["10.0.0.1"]                                  | not-carried-over
          mac_address          | "02:42:ac:11:00:03"                           | not-carried-over
          develop              | {"watch": [{"path": "/", "action": "sync"}]}  | not-carried-over
          deploy               | {"placement": {"constraints": ["node.role==manager"]}} | not-carried-over
          network_mode         | "bridge"                                      | not-carried-over
          a_later_key          | {"host": true}                                | not-carried-over
          shm_size             | "1099511627776"                               | above-the-limits
          tmpfs                | ["/run:mode=1777,size=900g"]                  | above-the-limits
          stop_grace_period    | "300h0m0s"                                    | above-the-limits
          """)
  void whatAServiceMayNotAskForIsTakenOutAndNamed(String key, String value, String code)
      throws IOException {
    String pointer = "/services/pg-master/" + key;
    ComposeModel asked = Printed.with(printed, pointer, value);
    Tamed tamed = Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE));

    assertThat(tamed.findings()).extracting(Finding::code).containsExactly(code);
    assertThat(tamed.findings().get(0).evidence().get(0)).startsWith("services.pg-master." + key);
    assertThat(Printed.json(tamed.model()).at(pointer))
        .isNotEqualTo(Printed.json(asked).at(pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          additional_contexts | {"root": "/"}                       | reaches-outside
          ssh                 | ["default"]                         | asks-for-privileges
          secrets             | [{"source": "key"}]                 | asks-for-privileges
          network             | "host"                              | asks-for-privileges
          entitlements        | ["security.insecure"]               | asks-for-privileges
          privileged          | true                                | asks-for-privileges
          cache_to            | ["type=local,dest=/root"]           | asks-for-privileges
          tags                | ["postgres:15"]                     | asks-for-privileges
          args                | {"TOKEN": null}                     | not-carried-over
          a_later_key         | 1                                   | not-carried-over
          dockerfile          | "/etc/passwd"                       | builds-from-outside
          dockerfile_inline   | "FROM a\\nCOPY ../../etc/passwd /x" | builds-from-outside
          dockerfile_inline   | "FROM a\\nADD [\\"..\\", \\"/x\\"]" | builds-from-outside
          """)
  void whatABuildMayNotAskForIsTakenOutAndNamed(String key, String value, String code)
      throws IOException {
    String pointer = "/services/zoo/build/" + key;
    ComposeModel asked = Printed.with(printed, pointer, value);
    Tamed tamed = Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE));

    assertThat(tamed.findings()).extracting(Finding::code).containsExactly(code);
    assertThat(Printed.json(tamed.model()).at(pointer))
        .isNotEqualTo(Printed.json(asked).at(pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /volumes/pg-slave | {"name": "victim", "external": true}                      | reaches-outside
          /volumes/pg-slave | {"driver_opts": {"type": "none", "o": "bind", "device": "/etc"}} | reaches-outside
          /volumes/pg-slave | {"driver_opts": {"type": "nfs", "o": "addr=h", "device": ":/x"}} | reaches-outside
          /volumes/pg-slave | {"driver": "vieux/sshfs"}                                 | asks-for-privileges
          /volumes/pg-slave | {"driver_opts": {"type": "tmpfs", "device": "tmpfs"}}      | not-carried-over
          /volumes/pg-slave | {"driver_opts": {"type": "tmpfs", "device": "tmpfs", "o": "size=2g"}} | not-carried-over
          /volumes/pg-slave | {"driver_opts": {"type": "tmpfs", "device": "tmpfs", "o": "size=0"}} | not-carried-over
          /networks/default | {"name": "host", "external": true}                        | reaches-outside
          /networks/default | {"driver": "macvlan"}                                     | asks-for-privileges
          /networks/default | {"driver_opts": {"com.docker.network.bridge.name": "docker0"}} | asks-for-privileges
          /networks/default | {"ipam": {"config": [{"subnet": "0.0.0.0/1"}]}}           | not-carried-over
          /networks/default | {"ipam": {"config": [{"subnet": "172.16.0.0/8"}]}}        | not-carried-over
          /configs          | {"c": {"file": "/etc/passwd"}}                            | reaches-outside
          /configs          | {"c": {"environment": "HOME"}}                            | reaches-outside
          /secrets          | {"s": {"external": true}}                                 | reaches-outside
          /x-lab            | {"nodes": {"pg-master": ["../../etc/passwd"]}}            | reaches-outside
          /x-lab            | {"entrypoints": {"haproxy": {"config": "/etc/passwd"}}}   | reaches-outside
          /models           | {"llm": {"model": "x"}}                                   | not-carried-over
          """)
  void whatAProjectMayNotHaveIsTakenOutAndNamed(String pointer, String value, String code)
      throws IOException {
    ComposeModel asked = Printed.with(printed, pointer, value);
    Tamed tamed = Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE));

    assertThat(tamed.findings()).extracting(Finding::code).containsExactly(code);
    assertThat(Printed.json(tamed.model()).at(pointer))
        .isNotEqualTo(Printed.json(asked).at(pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user             | "postgres"
          cap_drop         | ["ALL"]
          security_opt     | ["no-new-privileges:true"]
          sysctls          | {"net.ipv4.tcp_keepalive_time": "10"}
          ulimits          | {"nofile": {"soft": 1024, "hard": 65536}}
          shm_size         | "134217728"
          privileged       | false
          ipc              | "private"
          extra_hosts      | ["other=10.1.1.1"]
          deploy           | {"replicas": 2, "resources": {}, "placement": {}}
          labels           | {"course": "databases"}
          healthcheck      | {"test": ["CMD", "pg_isready"], "interval": "5s"}
          tmpfs            | ["/run:size=64m"]
          logging          | {"driver": "local"}
          x-anything       | {"privileged": true}
          """)
  void whatAStudentMayWriteIsNotNamed(String key, String value) throws IOException {
    ComposeModel asked = Printed.with(printed, "/services/pg-master/" + key, value);
    assertThat(Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE)).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scale  | 100
          scale  | 4294967297
          deploy | {"replicas": 1000000}
          """)
  void tooManyContainersAreNotStarted(String key, String value) throws IOException {
    ComposeModel asked = Printed.with(printed, "/services/pg-master/" + key, value);
    Tamed tamed = Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE));
    assertThat(tamed.startable()).isFalse();
    assertThat(tamed.findings()).extracting(Finding::code).containsExactly("too-many-containers");
    assertThat(Printed.json(tamed.model()).path("services")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nCOPY postgres0.yml ../",
        "FROM a\nCOPY [\"a..b\", \"/\"]",
        "FROM a\nRUN cp ../a /b",
        "FROM a\nCOPY --from=b ./x.. /y"
      })
  void whatADockerfileMayCopyIsNotNamed(String dockerfile) throws IOException {
    ComposeModel asked =
        printed.changed(
            root -> root.withObject("/services/zoo/build").put("dockerfile_inline", dockerfile));
    assertThat(Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE)).findings()).isEmpty();
  }

  @Test
  void lowerLimitsOfItsOwnStay() throws IOException {
    ComposeModel asked =
        Printed.with(
            Printed.with(printed, "/services/zoo/mem_limit", "\"536870912\""),
            "/services/zoo/deploy",
            "{\"resources\": {\"limits\": {\"cpus\": 0.5, \"memory\": \"5368709120\"}}}");
    JsonNode zoo =
        Printed.json(Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE)).model())
            .at("/services/zoo");
    assertThat(zoo.path("mem_limit").asText()).isEqualTo("536870912");
    assertThat(zoo.path("cpus").asDouble()).isEqualTo(0.5);
    assertThat(zoo.at("/deploy/resources").isMissingNode()).isTrue();
  }

  @Test
  void anImageFromAnAddressIsNotPulled() throws IOException {
    ComposeModel asked =
        Printed.with(printed, "/services/extra", "{\"image\": \"10.0.0.5:8080/admin:1\"}");
    Tamed tamed = Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE));
    assertThat(tamed.findings()).extracting(Finding::code).containsExactly("reaches-outside");
    assertThat(Printed.json(tamed.model()).at("/services/extra/pull_policy").asText())
        .isEqualTo("never");
  }

  @Test
  void linksAndDirectoriesThatCanBeWrittenLeadNowhere() throws IOException {
    Path project = Files.createDirectories(directory.resolve("project"));
    Files.createDirectories(project.resolve("all/part"));
    Files.createDirectories(project.resolve("data"));
    Files.createSymbolicLink(project.resolve("link"), Path.of("/etc"));
    Path file =
        Files.writeString(
            project.resolve("compose.yml"),
            """
            services:
              db:
                image: postgres:15
                volumes:
                  - ./link:/etc-of-the-host
                  - ./all:/all
                  - ./all/part:/part
                  - ./data:/data
                  - .:/project
            """);
    Tamed tamed = Tamed.of(Printed.resolved(file), project, List.of(file));

    assertThat(tamed.findings())
        .extracting(Finding::code)
        .containsExactly("reaches-outside", "mounted-read-only");
    assertThat(tamed.findings().get(0).places()).containsExactly("compose.yml:5");
    assertThat(tamed.findings().get(1).places())
        .containsExactlyInAnyOrder("compose.yml:6", "compose.yml:9");
    assertThat(Printed.json(tamed.model()).at("/services/db/volumes"))
        .extracting(mount -> mount.path("target").asText() + mount.path("read_only").asText())
        .containsExactly("/alltrue", "/part", "/data", "/projecttrue");
  }

  @Test
  void thePlaceIsThatOfTheFileThatSaysIt() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("compose.yml"),
            """
            services:
              db:
                image: postgres:15
                environment:
                  HOST_HOME: ${LOGNAME:-none}
                privileged: true
            """);
    Tamed tamed = Tamed.of(Printed.resolved(file), directory, List.of(file));
    assertThat(tamed.findings().get(0).places()).containsExactly("compose.yml:6");
    assertThat(Printed.json(tamed.model()).at("/services/db/environment/HOST_HOME").asText())
        .isEqualTo("none");
  }

  @Test
  void whatTheyWriteIsDataInTheMessages() throws IOException {
    String name = "{0} '<script>\u001b[31m {settings}";
    ComposeModel asked =
        printed.changed(
            root ->
                root.withObject("/services").putObject(name).put("image", "a").put("pid", "host"));
    Finding finding = Tamed.of(asked, Printed.DIRECTORY, List.of(Printed.FILE)).findings().get(0);
    for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN)) {
      assertThat(finding.seen().in(language)).contains("services." + name + ".pid");
    }
  }
}

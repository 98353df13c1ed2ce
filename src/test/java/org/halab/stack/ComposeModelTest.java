package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;

class ComposeModelTest {
  private static final String PROJECT =
      """
      {
        "name": "docker",
        "services": {
          "pg-master": {
            "container_name": "pg-master",
            "image": "localhost/postres:patroni",
            "build": {"context": "/lab/docker", "args": {"CLIENT": "kazoo"}},
            "labels": {"theirs": "kept"},
            "expose": ["8008", "9000-9002/tcp"],
            "ports": [{"mode": "ingress", "target": 5432, "published": "5433", "protocol": "tcp"}],
            "depends_on": {"zoo": {"condition": "service_started"}}
          },
          "pg-slave": {
            "image": "localhost/postres:patroni",
            "build": {"context": "/lab/docker", "args": {"CLIENT": "kazoo"}}
          },
          "zoo": {"image": "zookeeper:3.9"}
        },
        "networks": {"default": {"name": "docker_default"}},
        "volumes": {"pg-master": {"name": "docker_pg-master"}, "bare": null}
      }
      """;

  private final ComposeModel printed = ComposeModel.parse(PROJECT);

  @Test
  void sideBySideHasNoFixedNamesOrPorts() throws Exception {
    JsonNode model = json(printed.sideBySide("halab-1", Map.of("run", "me")));

    JsonNode service = model.path("services").path("pg-master");
    assertThat(service.has("container_name")).isFalse();
    JsonNode port = service.path("ports").get(0);
    assertThat(port.has("published")).isFalse();
    assertThat(port.path("host_ip").asText()).isEqualTo("127.0.0.1");
    assertThat(port.path("target").asInt()).isEqualTo(5432);
    assertThat(model.path("name").asText()).isEqualTo("halab-1");
    assertThat(model.at("/networks/default/name").asText()).isEqualTo("halab-1_default");
    assertThat(model.at("/volumes/pg-master/name").asText()).isEqualTo("halab-1_pg-master");
    assertThat(model.at("/volumes/bare/name").asText()).isEqualTo("halab-1_bare");
  }

  @Test
  void asPrintedKeepsNamesAndPortsOnTheLoopbackAddress() throws Exception {
    JsonNode model = json(printed.asPrinted("halab-1", Map.of("run", "me")));

    JsonNode service = model.path("services").path("pg-master");
    assertThat(service.path("container_name").asText()).isEqualTo("pg-master");
    assertThat(service.at("/ports/0/published").asText()).isEqualTo("5433");
    assertThat(service.at("/ports/0/host_ip").asText()).isEqualTo("127.0.0.1");
    assertThat(service.at("/labels/run").asText()).isEqualTo("me");
    assertThat(model.at("/volumes/pg-master/name").asText()).isEqualTo("halab-1_pg-master");
    assertThat(printed.containerNames()).containsExactly("pg-master");
    assertThat(printed.hostPorts()).containsExactly(5433);
  }

  @Test
  void sideBySideLabelsEverything() throws Exception {
    JsonNode model = json(printed.sideBySide("halab-1", Map.of("run", "me")));

    assertThat(model.at("/services/pg-master/labels/run").asText()).isEqualTo("me");
    assertThat(model.at("/services/pg-master/labels/theirs").asText()).isEqualTo("kept");
    assertThat(model.at("/services/zoo/labels/run").asText()).isEqualTo("me");
    assertThat(model.at("/networks/default/labels/run").asText()).isEqualTo("me");
    assertThat(model.at("/volumes/pg-master/labels/run").asText()).isEqualTo("me");
  }

  @Test
  void engineWithoutStartIntervalsChecksAllTheTime() throws Exception {
    ComposeModel often =
        ComposeModel.parse(
            """
            {"services": {
              "zoo": {"healthcheck": {"test": "true", "start_interval": "300ms", "interval": "60s"}},
              "etcd": {"healthcheck": {"test": "true", "interval": "5s"}},
              "web": {}
            }}
            """);

    JsonNode model = json(often.withoutStartIntervals());

    assertThat(model.at("/services/zoo/healthcheck/interval").asText()).isEqualTo("1s");
    assertThat(model.at("/services/zoo/healthcheck").has("start_interval")).isFalse();
    assertThat(model.at("/services/etcd/healthcheck/interval").asText()).isEqualTo("5s");
    assertThat(model.at("/services/web").isEmpty()).isTrue();
  }

  @Test
  void theOriginalStaysAsPrinted() {
    printed.sideBySide("halab-1", Map.of("run", "me"));

    assertThat(printed.containerName("pg-master")).isEqualTo("pg-master");
    assertThat(printed.hostPorts("pg-master")).containsExactly(5433);
    assertThat(printed.dependencies("pg-master")).containsExactly("zoo");
    assertThat(printed.containerName("zoo")).isEmpty();
  }

  @Test
  void tellsUnderWhichDirectivesAPortStands() {
    assertThat(printed.directives("pg-master", 8008)).containsExactly("expose");
    assertThat(printed.directives("pg-master", 9001)).containsExactly("expose");
    assertThat(printed.directives("pg-master", 5432)).containsExactly("ports");
    assertThat(printed.directives("pg-master", 9009)).isEmpty();
    assertThat(printed.directives("zoo", 2181)).isEmpty();
  }

  @Test
  void knowsWhatItBuilds() {
    assertThat(printed.builtImages())
        .containsExactly(
            Map.entry(
                "localhost/postres:patroni",
                new BuildInputs(
                    Path.of("/lab/docker"),
                    Path.of("/lab/docker/Dockerfile"),
                    Map.of("CLIENT", "kazoo"))));
    assertThat(printed.builderOf("localhost/postres:patroni")).isEqualTo("pg-master");
  }

  @Test
  void whoBuildsAnImageWithoutANameNamesIt() {
    ComposeModel model =
        ComposeModel.parse(
            """
            {"services": {
              "Pg_Master": {"build": {"context": "/lab"}},
              "zoo": {"build": {"context": "/zoo"}, "image": "zoo:1"},
              "other": {"image": "other:2"}}}
            """);

    ComposeModel named = model.withImagesNamed();

    assertThat(named.builtImages())
        .containsOnlyKeys("localhost/built-for/service-pg-master", "zoo:1");
    assertThat(named.image("other")).isEqualTo("other:2");
  }

  @Test
  void renamesOnlyImagesThatItBuilds() {
    ComposeModel renamed = printed.withImages(image -> image + "-x");

    assertThat(renamed.image("pg-slave")).isEqualTo("localhost/postres:patroni-x");
    assertThat(renamed.image("zoo")).isEqualTo("zookeeper:3.9");
  }

  @Test
  void whatIsNoProjectIsRefused() {
    assertThatThrownBy(() -> ComposeModel.parse("no such file"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("no such file");
  }

  private static JsonNode json(ComposeModel model) throws Exception {
    return new ObjectMapper().readTree(model.toJson());
  }
}

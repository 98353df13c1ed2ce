package org.halab.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.halab.domain.LabException;
import org.halab.engine.CommandResult;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Language;
import org.halab.reading.ComposeByHand;
import org.halab.stack.ComposeModel;
import org.halab.stack.Stack;
import org.halab.stack.StackReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects as students write them, where no registry answers: on what they run then. */
class StandInsTest {
  private static final String NODE =
      """
      scope: shop
      name: %s
      restapi: {listen: "0.0.0.0:8008", connect_address: "%1$s:8008"}
      zookeeper: {hosts: ["keeper:2181"]}
      postgresql:
        listen: 0.0.0.0:5432
        connect_address: "%1$s:5432"
        data_dir: /var/lib/postgresql/data/%1$s
        bin_dir: %2$s
        authentication:
          superuser: {username: postgres, password: postgres}
          replication: {username: replicator, password: rep-pass}
      """;

  private static final String GATE =
      """
      listen postgres
        mode tcp
        bind *:5432
        option httpchk
        server one one:5432 check port 8008
        server two two:5432 check port 8008
      """;

  private static final String COMPOSE =
      """
      services:
        one:
          build: .
          image: localhost/shop:1
          command: patroni /one.yml
        two:
          build: .
          image: localhost/shop:1
          command: patroni /two.yml
        keeper:
          image: confluentinc/cp-zookeeper:7.7.1
          environment: {ZOOKEEPER_CLIENT_PORT: 2181}
        gate:
          image: haproxy:3.0
          depends_on: [one, two]
          volumes: ["./gate.cfg:/usr/local/etc/haproxy/haproxy.cfg"]
      """;

  private static final String DOCKERFILE =
      """
      FROM postgres:15
      RUN apt-get update && apt-get install -y python3-pip python3-venv && \\
          python3 -m venv /opt/venv && /opt/venv/bin/pip install patroni[zookeeper] psycopg2-binary
      COPY one.yml two.yml /
      ENV PATH="/opt/venv/bin:$PATH"
      USER postgres
      """;

  private static final String NO_HOST = "Get https://registry: no such host";

  @TempDir Path directory;
  private Path project;
  private String refusal = NO_HOST;
  private StandIns standIns;
  private Stack stack;

  @BeforeEach
  void files() throws IOException {
    project = Files.createDirectories(directory.resolve("project"));
    nodes("/usr/lib/postgresql/15/bin");
    write("gate.cfg", GATE);
    write("compose.yaml", COMPOSE);
    write("Dockerfile", DOCKERFILE);
  }

  @Test
  void theGuidesProjectRunsOnTheLabsImages() throws IOException {
    JsonNode services = services();
    assertThat(dockerfile(services, "one"))
        .startsWith("FROM localhost/lab/patroni\nUSER root\n")
        .contains("ln -sf /usr/bin/patroni /usr/bin/patronictl \"/opt/venv/bin/\"")
        .contains("COPY --chmod=644 [\"files/0/one.yml\", \"files/0/two.yml\", \"/\"]")
        .contains("ENV PATH=\"/opt/venv/bin:$PATH\"")
        .endsWith("USER postgres\n")
        .doesNotContain("apt-get", "pip install", "ENTRYPOINT");
    assertThat(copied(services, "one", "files/0/two.yml")).contains("name: two");
    assertThat(services.path("one").path("image")).isEqualTo(services.path("two").path("image"));
    assertThat(services.path("one").path("build").path("network").asText()).isEqualTo("none");
    assertThat(services.path("one").path("command")).hasSize(2);
    assertThat(services.path("keeper").path("image").asText()).isEqualTo("localhost/lab/zookeeper");
    assertThat(services.path("keeper").path("environment").path("LAB_STANDS_IN_FOR").asText())
        .isEqualTo("confluentinc/cp-zookeeper:7.7.1");
    assertThat(services.path("gate").path("image").asText()).isEqualTo("localhost/lab/haproxy");
    assertThat(services.path("gate").path("volumes")).hasSize(1);
  }

  @Test
  void thatIsToldOnceAndIsNoMistake() throws IOException {
    services();
    assertThat(standIns.standIn(stack)).isTrue();
    Finding told = onlyFinding();
    assertThat(told.code()).isEqualTo("stand-ins");
    assertThat(told.severity()).isEqualTo(Severity.HARMLESS);
    assertThat(told.items())
        .containsExactlyInAnyOrder(
            Item.IMAGE, Item.QUESTION_REBUILD, Item.COMPOSE_FILE, Item.ENTRYPOINT);
    assertThat(told.places())
        .containsExactly("compose.yaml:14", "compose.yaml:11", "compose.yaml:3", "compose.yaml:7");
    assertThat(told.evidence()).containsExactly(NO_HOST);
    assertThat(told.seen().in(Language.ENGLISH))
        .contains("postgres:15", "confluentinc/cp-zookeeper:7.7.1", "haproxy:3.0")
        .contains("PostgreSQL 15, Patroni 4.0 (one, two)", "HAProxy 3.0 (gate)")
        .contains("reading alone (G1.1, Q2)")
        .doesNotContain("Another PostgreSQL");
  }

  @Test
  void whatTheEngineHasStaysAsItIs() throws IOException {
    ComposeModel model = resolved();
    standIns = standIns(Set.of("postgres:15", "confluentinc/cp-zookeeper:7.7.1", "haproxy:3.0"));
    assertThat(standIns.in(model, stack)).isSameAs(model);
    assertThat(standIns.findings(stack)).isEmpty();
  }

  @Test
  void eachServiceIsReplacedForItself() throws IOException {
    ComposeModel model = resolved();
    JsonNode services =
        standIns(Set.of("postgres:15", "haproxy:3.0")).in(model, stack).root().path("services");
    assertThat(services.path("one")).isEqualTo(model.root().path("services").path("one"));
    assertThat(services.path("gate")).isEqualTo(model.root().path("services").path("gate"));
    assertThat(services.path("keeper").path("image").asText()).isEqualTo("localhost/lab/zookeeper");
  }

  @Test
  void ownersAndModesComeAlong() throws IOException {
    write("pass", "*:*:*:*:secret\n");
    write("start.sh", "#!/bin/sh\nexec /opt/patroni/bin/patroni \"$1\"\n");
    write(
        "Dockerfile",
        """
        # syntax=docker/dockerfile:1
        FROM postgres:15-bookworm
        ARG HOME_DIR=/var/lib/postgresql
        COPY --chown=postgres:postgres one.yml two.yml /
        COPY ["pass", "$HOME_DIR/.pgpass"]
        COPY start.sh /usr/local/bin/
        RUN <<EOF
        set -e
        apt-get update
        mkdir -p /data/patroni /wal
        chown -R postgres:postgres /data $HOME_DIR/.pgpass
        chmod 0600 ${HOME_DIR}/.pgpass; chmod +x /usr/local/bin/*.sh
        chmod 700 /data/patroni || chmod 777 /data
        EOF
        USER postgres
        WORKDIR /data
        ENTRYPOINT ["start.sh"]
        CMD ["/one.yml"]
        """);
    JsonNode services = services();
    assertThat(dockerfile(services, "one"))
        .contains("mkdir -p \"/data/patroni\"; mkdir -p \"/wal\"")
        .contains("chown -R postgres:postgres \"/data\"")
        .contains("chmod 700 \"/data/patroni\"")
        .contains("\"/opt/patroni/bin/\"")
        .contains("COPY --chown=postgres:postgres --chmod=644 [\"files/0/one.yml\"")
        .contains(
            "COPY --chown=postgres:postgres --chmod=600 [\"files/2/.pgpass\","
                + " \"/var/lib/postgresql/\"]")
        .contains("COPY --chmod=755 [\"files/3/start.sh\", \"/usr/local/bin/\"]")
        .endsWith("USER postgres\nWORKDIR /data\nENTRYPOINT [\"start.sh\"]\nCMD [\"/one.yml\"]\n")
        .doesNotContain("777", "syntax", "apt-get");
    assertThat(copied(services, "one", "files/2/.pgpass")).contains("secret");
  }

  @Test
  void aBuildInStagesIsFollowedToItsBase() throws IOException {
    Files.createDirectories(project.resolve("conf/more"));
    Files.move(project.resolve("one.yml"), project.resolve("conf/one.yml"));
    Files.move(project.resolve("two.yml"), project.resolve("conf/two.yml"));
    write("conf/more/notes.txt", "notes");
    write("conf/secret.txt", "left out");
    write(".dockerignore", "**/secret.txt\n");
    write(
        "Dockerfile",
        """
        ARG PG=15
        FROM python:3.11-slim AS builder
        RUN pip install --prefix=/install patroni[zookeeper]
        FROM postgres:${PG} as base
        WORKDIR /etc/patroni
        COPY conf/ ./
        FROM base
        ARG PG
        ENV VERSION=$PG
        COPY --from=builder /install /usr/local
        USER postgres
        """);
    write("compose.yaml", COMPOSE.replace("patroni /", "patroni /etc/patroni/"));
    JsonNode services = services();
    assertThat(dockerfile(services, "one"))
        .contains("[\"files/1/one.yml\", \"files/1/two.yml\", \"/etc/patroni/\"]")
        .contains("[\"files/0/notes.txt\", \"/etc/patroni/more/\"]")
        .contains("WORKDIR /etc/patroni\n", "ARG PG=\"15\"\nENV VERSION=$PG\n")
        .doesNotContain("--from", "pip", "secret");
    assertThat(told()).contains("postgres:15");
  }

  @Test
  void anotherPostgresHasItsProgramsWhereItsImageHasThem() throws IOException {
    nodes("/usr/lib/postgresql/17/bin");
    write("Dockerfile", DOCKERFILE.replace("postgres:15", "postgres:17"));
    assertThat(dockerfile(services(), "one")).contains("ln -sfn 15 /usr/lib/postgresql/17");
    assertThat(told()).contains("Another PostgreSQL is asked for (postgres:17)");
  }

  @Test
  void programsThatItsImageDoesNotHaveAreNotThere() throws IOException {
    nodes("/usr/lib/postgresql/17/bin");
    assertThat(dockerfile(services(), "one")).doesNotContain("/usr/lib/postgresql/17");
  }

  @Test
  void alpineHasThemElsewhere() throws IOException {
    nodes("/usr/local/bin");
    write(
        "Dockerfile",
        """
        FROM postgres:15-alpine
        RUN apk add python3 py3-pip && pip install --break-system-packages patroni[zookeeper]
        ADD one.yml two.yml /
        RUN adduser -D -u 1500 patroni && chown patroni /*.yml
        USER patroni
        """);
    assertThat(dockerfile(services(), "one"))
        .contains("ln -sf /usr/lib/postgresql/15/bin/* \"/usr/local/bin/\"")
        .contains("id patroni || useradd -m -u 1500 patroni")
        .contains("COPY --chown=patroni --chmod=644 [\"files/0/one.yml\"")
        .endsWith("USER patroni\n");
    assertThat(told()).doesNotContain("Another PostgreSQL");
  }

  @Test
  void windowsLineEndsAndSmallLettersAreRead() throws IOException {
    Files.delete(project.resolve("Dockerfile"));
    write("dockerfile", DOCKERFILE.toLowerCase(Locale.ROOT).replace("\n", "\r\n"));
    assertThat(dockerfile(services(), "one"))
        .contains("[\"files/0/one.yml\", \"files/0/two.yml\", \"/\"]")
        .endsWith("USER postgres\n");
  }

  @Test
  void aPlainDebianStartsNothingByItself() throws IOException {
    write(
        "Dockerfile",
        """
        FROM debian:bookworm
        RUN apt-get update && apt-get install -y postgresql-16 patroni python3-kazoo
        RUN install -d -o postgres -g postgres -m 0700 /srv/pg
        COPY *.yml /
        USER postgres
        """);
    nodes("/usr/lib/postgresql/16/bin");
    assertThat(dockerfile(services(), "one"))
        .contains("ENTRYPOINT []\nCMD []\n")
        .contains("mkdir -p \"/srv/pg\"", "chmod 0700 \"/srv/pg\"")
        .contains("chown postgres:postgres \"/srv/pg\"")
        .contains("ln -sfn 15 /usr/lib/postgresql/16");
  }

  @Test
  void anImageOfSomebodyElseGetsTheMountedFiles() throws IOException {
    write(
        "compose.yaml",
        COMPOSE
            .replace(
                "    build: .\n    image: localhost/shop:1\n", "    image: example/patroni:4\n")
            .replace(
                "command: patroni /one.yml",
                "volumes: [\"./one.yml:/one.yml:ro\"]\n"
                    + "    environment: {PATRONI_CONFIG_FILE: /one.yml}")
            .replace(
                "command: patroni /two.yml",
                "volumes: [\"./two.yml:/two.yml:ro\"]\n"
                    + "    user: \"999:999\"\n    command: [/venv/bin/patroni, /two.yml]"));
    JsonNode services = services();
    assertThat(dockerfile(services, "one")).startsWith("FROM localhost/lab/patroni\n");
    assertThat(services.path("one").path("command").toString())
        .isEqualTo("[\"patroni\",\"/one.yml\"]");
    assertThat(services.path("one").path("volumes")).hasSize(1);
    assertThat(dockerfile(services, "two")).contains("\"/venv/bin/\"");
    assertThat(services.path("two").path("user").asText()).isEqualTo("999:999");
    assertThat(services.path("two").path("command")).hasSize(2);
  }

  @Test
  void zooKeepersVariablesAndItsEnsembleStay() throws IOException {
    write(
        "compose.yaml",
        COMPOSE
            .replace(
                "  keeper:\n",
                """
                  keeper2:
                    image: zookeeper:3.9
                    environment: {ZOO_MY_ID: 2}
                  keeper:
                    image: docker.io/bitnami/zookeeper:3.9
                    pull_policy: always
                    platform: linux/amd64
                    environment: [ALLOW_ANONYMOUS_LOGIN=yes, ZOO_SERVER_ID=1]
                    healthcheck: {test: [CMD, /opt/bitnami/scripts/zookeeper/healthcheck.sh]}
                """)
            .replaceAll("(?m)^ {4}(image: confluent|environment: \\{ZOOKEEPER).*\\n", ""));
    JsonNode services = services();
    for (String keeper : List.of("keeper", "keeper2")) {
      assertThat(services.path(keeper).path("image").asText()).isEqualTo("localhost/lab/zookeeper");
    }
    JsonNode keeper = services.path("keeper");
    assertThat(keeper.path("environment").path("ALLOW_ANONYMOUS_LOGIN").asText()).isEqualTo("yes");
    assertThat(keeper.path("environment").path("LAB_STANDS_IN_FOR").asText())
        .isEqualTo("docker.io/bitnami/zookeeper:3.9");
    assertThat(keeper.has("healthcheck")).isFalse();
    assertThat(keeper.has("pull_policy")).isFalse();
    assertThat(keeper.has("platform")).isFalse();
  }

  @Test
  void etcdKeepsItsCommand() throws IOException {
    for (String node : List.of("one.yml", "two.yml")) {
      Path file = project.resolve(node);
      Files.writeString(
          file,
          Files.readString(file).replaceFirst("zookeeper: .*", "etcd3: {hosts: keeper:2379}"));
    }
    write(
        "compose.yaml",
        COMPOSE
            .replace("confluentinc/cp-zookeeper:7.7.1", "quay.io/coreos/etcd:v3.5.0")
            .replace(
                "environment: {ZOOKEEPER_CLIENT_PORT: 2181}",
                "command: etcd --name keeper --listen-client-urls http://0.0.0.0:2379"));
    JsonNode services = services();
    assertThat(services.path("keeper").path("image").asText()).isEqualTo("localhost/lab/etcd");
    assertThat(services.path("keeper").path("command")).hasSize(5);
    assertThat(told()).contains("etcd 3.5 (keeper)");
  }

  @Test
  void anEntrypointOfItsOwnImageHasItsFile() throws IOException {
    Files.createDirectories(project.resolve("gate"));
    Files.move(project.resolve("gate.cfg"), project.resolve("gate/haproxy.cfg"));
    write(
        "gate/Dockerfile",
        "FROM haproxy:lts-alpine\nCOPY haproxy.cfg /usr/local/etc/haproxy/haproxy.cfg\n");
    String built =
        COMPOSE
            .replace("    image: haproxy:3.0\n", "    build: gate\n")
            .replaceAll("(?m)^ {4}volumes: .*\\n", "");
    write("compose.yaml", built);
    assertThat(dockerfile(services(), "gate"))
        .isEqualTo(
            """
            FROM localhost/lab/haproxy
            USER root
            RUN { mkdir -p "/usr/local/etc/haproxy"; } >/dev/null 2>&1; true
            USER haproxy
            COPY --chmod=644 ["files/0/haproxy.cfg", "/usr/local/etc/haproxy/"]
            """);
    write(
        "gate/Dockerfile",
        """
        FROM ubuntu:22.04
        RUN apt-get update && apt-get install -y haproxy
        COPY haproxy.cfg /etc/haproxy/haproxy.cfg
        CMD haproxy -f /etc/haproxy/haproxy.cfg
        """);
    assertThat(dockerfile(services(), "gate"))
        .contains("ENTRYPOINT []\nCMD []\n")
        .endsWith("CMD haproxy -f /etc/haproxy/haproxy.cfg\n")
        .doesNotContain("USER haproxy");
  }

  @Test
  void whatTheLabHasNothingForIsLeftOut() throws IOException {
    write(
        "compose.yaml",
        COMPOSE.replace(
            "  gate:\n",
            """
              pgadmin:
                image: dpage/pgadmin4
              gate:
            """
                .indent(0)));
    write(
        "compose.yaml",
        Files.readString(project.resolve("compose.yaml"))
            .replace("depends_on: [one, two]", "depends_on: {one: {}, pgadmin: {}}"));
    JsonNode services = services();
    assertThat(services.has("pgadmin")).isFalse();
    assertThat(services.path("gate").path("depends_on").has("pgadmin")).isFalse();
    assertThat(services.path("gate").path("depends_on").has("one")).isTrue();
    assertThat(told()).contains("Left out").contains("pgadmin");
  }

  @Test
  void anImageThatTheRegistryDoesNotKnowIsSaidToBe() throws IOException {
    refusal = "manifest for haproxy:3.0 not found: manifest unknown";
    services();
    assertThat(standIns.findings(stack))
        .extracting(Finding::code, Finding::severity)
        .contains(org.assertj.core.groups.Tuple.tuple("image-unknown", Severity.RISK));
  }

  @Test
  void aFileThatIsNotThereIsTheStudentsMistake() throws IOException {
    write("Dockerfile", DOCKERFILE + "COPY .pgpass /root/\n");
    assertThatThrownBy(this::services)
        .isInstanceOf(LabException.class)
        .hasMessageContaining("Dockerfile:7 copies .pgpass");
    write(".pgpass", "*");
    write(".dockerignore", "*\n!*.yml\n");
    assertThatThrownBy(this::services).isInstanceOf(LabException.class);
    write(".dockerignore", "*.md\n");
    assertThat(dockerfile(services(), "one")).contains("/.pgpass\", \"/root/\"]");
  }

  @Test
  void aBuildThatFindsNoPackageIndexIsReplacedThen() throws IOException {
    write("Dockerfile", DOCKERFILE.replace("postgres:15", "debian:bookworm-slim"));
    ComposeModel model = resolved();
    standIns =
        standIns(Set.of("debian:bookworm-slim", "confluentinc/cp-zookeeper:7.7.1", "haproxy:3.0"));
    assertThat(standIns.in(model, stack)).isSameAs(model);
    Path file = project.resolve("Dockerfile");
    assertThat(standIns.indexMissing(file, "Temporary failure in name resolution")).isTrue();
    assertThat(standIns.indexMissing(file, "Temporary failure in name resolution")).isFalse();
    JsonNode services = standIns.in(model, stack).root().path("services");
    assertThat(dockerfile(services, "two")).startsWith("FROM localhost/lab/patroni\n");
    assertThat(services.path("gate").path("image").asText()).isEqualTo("haproxy:3.0");
    assertThat(onlyFinding().evidence()).containsExactly("Temporary failure in name resolution");
    assertThat(told()).contains("localhost/shop:1").doesNotContain("debian");
  }

  @Test
  void nothingOfAStrangersIsCarriedOutWhileTheImageIsMade() throws IOException {
    Path outside = Files.writeString(directory.resolve("outside.txt"), "the machine's own");
    Files.createSymbolicLink(project.resolve("link.txt"), outside);
    write(
        "Dockerfile",
        """
        FROM postgres:15
        ARG BUILDKIT_SYNTAX=example/frontend
        ARG TEXT
        SHELL ["/one.yml"]
        RUN --mount=type=bind,source=/,target=/host curl example.org | sh
        RUN mkdir -p "/x\\"; curl example.org; \\"" "$(id)" /y && chown `id` /y
        RUN useradd "a; curl example.org"; mkdir /srv/x
        ONBUILD RUN curl example.org
        ADD https://example.org/x /x
        COPY one.yml two.yml l*.txt /
        ENV LD_PRELOAD=/one.yml
        """);
    write(
        "compose.yaml",
        COMPOSE.replace(
            "    build: .\n",
            "    build: {context: ., args: {TEXT: \"a\\nRUN curl example.org\"}}\n"));
    String text = dockerfile(services(), "one");
    assertThat(text.lines().filter(line -> line.startsWith("RUN "))).hasSize(1);
    assertThat(text)
        .doesNotContain("curl", "$(", "`", "BUILDKIT", "SHELL", "--mount", "ADD", "link.txt");
    assertThat(text.indexOf("LD_PRELOAD")).isGreaterThan(text.indexOf("RUN "));
  }

  @Test
  void theSameContentIsBuiltOnce() throws IOException {
    String first = services().path("one").path("image").asText();
    assertThat(services().path("one").path("image").asText()).isEqualTo(first);
    Files.setPosixFilePermissions(
        project.resolve("one.yml"), PosixFilePermissions.fromString("rw-------"));
    assertThat(services().path("one").path("image").asText()).isNotEqualTo(first);
  }

  private JsonNode services() throws IOException {
    ComposeModel model = resolved();
    standIns = standIns(Set.of());
    return standIns.in(model, stack).root().path("services");
  }

  private ComposeModel resolved() {
    List<Path> files = List.of(project.resolve("compose.yaml"));
    ComposeModel model = ComposeByHand.resolve(project, files);
    stack = StackReader.read("guide", project, files, model);
    return model;
  }

  private StandIns standIns(Set<String> present) {
    ImageSource source =
        new ImageSource(
            present::contains,
            (image, limit, onLine) -> new CommandResult(1, refusal),
            message -> {});
    return new StandIns(
        source,
        part -> "localhost/lab/" + part.service(),
        directory.resolve("lab"),
        directory.resolve("made"));
  }

  private Finding onlyFinding() {
    assertThat(standIns.findings(stack)).hasSize(1);
    return standIns.findings(stack).get(0);
  }

  private String told() {
    return onlyFinding().seen().in(Language.ENGLISH);
  }

  private static Path context(JsonNode services, String service) {
    return Path.of(services.path(service).path("build").path("context").asText());
  }

  private static String dockerfile(JsonNode services, String service) throws IOException {
    return Files.readString(context(services, service).resolve("Dockerfile"));
  }

  private static String copied(JsonNode services, String service, String place) throws IOException {
    return Files.readString(context(services, service).resolve(place));
  }

  private void nodes(String binaries) throws IOException {
    write("one.yml", NODE.formatted("one", binaries));
    write("two.yml", NODE.formatted("two", binaries));
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }
}

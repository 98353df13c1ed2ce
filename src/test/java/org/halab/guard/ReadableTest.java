package org.halab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Severity;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Compose may not read, and what it may. */
class ReadableTest {
  private static final Path DOCKER = Path.of("docker");

  @TempDir Path outside;

  @Test
  void thePrintedFilesAndTheLabsOwnMayBeRead() {
    Path printed = DOCKER.resolve("docker-compose.yml");
    assertThat(Readable.refusals(DOCKER, List.of(printed))).isEmpty();
    for (String variant : List.of("improved", "etcd", "ha")) {
      Path override = DOCKER.resolve(variant).resolve("compose.yml");
      assertThat(Readable.refusals(DOCKER, List.of(printed, override))).isEmpty();
    }
  }

  @Test
  void whatLiesInTheProjectMayBeRead() throws IOException {
    write("project/conf/base.yml", "services: {base: {image: postgres:15}}");
    write("project/conf/more.yml", "services: {more: {image: postgres:15}}");
    write("project/pg.env", "POSTGRES_USER=postgres\nURL=postgres://${POSTGRES_USER}@db\n");
    write("project/.env", "COMPOSE_PROJECT_NAME=lab1\nPG_PORT=5433\nC=\"two\nlines\"\n");
    assertThat(
            refusals(
                """
                include: [conf/more.yml]
                services:
                  node:
                    extends: {file: conf/base.yml, service: base}
                    env_file: [pg.env, {path: ./none.env, required: false}]
                    environment: {include: /etc/passwd, env_file: /etc/shadow}
                    ports: ["${PG_PORT:-5433}:5432", 7000-7002:7000-7002]
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include: [../secret]",
        "include: [/etc/passwd]",
        "include: [{path: [../secret]}]",
        "include: ['https://github.com/someone/lab.git']",
        "include: ['oci://registry/lab:1']",
        "include: ['git@github.com:someone/lab.git']",
        "include: [github.com/someone/lab.git]",
        "include: [{path: compose.yml, project_directory: /etc}]",
        "services: {a: {extends: {file: ../secret, service: b}}}",
        "services: {a: {extends: {file: 'https://host/compose.git', service: b}}}",
        "services: {a: {env_file: ../secret}}",
        "services: {a: {env_file: [~/.netrc]}}",
        "services: {a: {env_file: '${HOME}/.netrc'}}",
        "services: {a: {env_file: [{path: /proc/self/environ}]}}",
        "services: {a: {label_file: ../secret}}",
        "services: {a: {env_file: link}}",
        "services: {a: {env_file: directory/secret}}",
        "services: {a: {'<<': {env_file: ../secret}}}",
        "x-a: &a {file: ../secret}\nservices: {a: {extends: {service: b, <<: *a}}}",
        "x-a: &a {path: ../secret}\ninclude: [{<<: *a}]",
        "x-a: &a {path: ../secret}\nservices: {a: {env_file: [{<<: *a}]}}",
        "x-a: &a include\n*a : [../secret]",
        "x-a: &a {file: ../secret, service: b}\nservices: {a: {extends: *a}}",
        "services: {a: {environment: &e {env_file: ../secret}}, b: {<<: *e}}",
      })
  void whatLiesElsewhereIsNotRead(String compose) throws IOException {
    write("secret", "services: {b: {image: secret}}");
    Files.createDirectories(outside.resolve("project"));
    Files.createSymbolicLink(outside.resolve("project/link"), Path.of("../secret"));
    Files.createSymbolicLink(outside.resolve("project/directory"), outside);
    assertThat(refusals(compose)).extracting(Finding::code).contains("reads-outside");
  }

  @Test
  void aFileThatIsReadByAFileIsLookedAtToo() throws IOException {
    write("project/conf/more.yml", "services:\n  more:\n    env_file: ../../secret\n");
    List<Finding> refusals = refusals("include: [conf/more.yml]");
    assertThat(refusals).hasSize(1);
    assertThat(refusals.get(0).places()).containsExactly("conf/more.yml:3");
    assertThat(refusals.get(0).severity()).isEqualTo(Severity.FATAL);
  }

  @Test
  void theComposeFileAndItsVariablesMayBeNoLinks() throws IOException {
    write("secret", "services: {}");
    Files.createDirectories(outside.resolve("project"));
    Path file = outside.resolve("project/compose.yml");
    Files.createSymbolicLink(file, outside.resolve("secret"));
    Files.createSymbolicLink(outside.resolve("project/.env"), outside.resolve("secret"));
    assertThat(Readable.refusals(outside.resolve("project"), List.of(file)))
        .extracting(Finding::code)
        .containsExactly("reads-outside", "reads-outside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOCKER_HOST", "LD_PRELOAD", "GIT_SSH_COMMAND", "HTTPS_PROXY", "PATH"})
  void variablesThatSteerComposeAreRefused(String name) throws IOException {
    write("project/.env", "A=1 # \"\nexport " + name + "=x\n");
    List<Finding> refusals = refusals("services: {}");
    assertThat(refusals).extracting(Finding::code).containsExactly("steers-compose");
    assertThat(refusals.get(0).places()).containsExactly(".env:2");
  }

  @Test
  void aliasesThatMultiplyAreRefused() throws IOException {
    String bomb =
        "a0: &a0 [x]\n"
            + IntStream.range(1, 12)
                .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, many("*a" + (i - 1), 4)))
                .collect(Collectors.joining());
    assertThat(refusals(bomb)).extracting(Finding::code).containsExactly("too-big-to-read");
    assertThat(refusals("a: &a [*a]")).extracting(Finding::code).contains("too-big-to-read");
  }

  @Test
  void textsThatMultiplyAreRefused() throws IOException {
    String bomb = "a: &a " + "x".repeat(1000) + "\nb: [" + many("*a", 5000) + "]\n";
    assertThat(refusals(bomb)).extracting(Finding::code).containsExactly("too-big-to-read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A%2$d=$A%1$d${A%1$d}\n",
        "A=$A$A\n",
        "A%2$d=\"\nB=$A%1$d$A%1$d\"\n",
        "A%2$d=\"\\\"\nB=$A%1$d$A%1$d\"\n",
      })
  void variablesThatMultiplyAreRefused(String line) throws IOException {
    write(
        "project/.env",
        "A=xxxxxxxx\nA0=xxxxxxxx\n"
            + IntStream.range(1, 30)
                .mapToObj(i -> line.formatted(i - 1, i))
                .collect(Collectors.joining()));
    assertThat(refusals("services: {}"))
        .extracting(Finding::code)
        .containsExactly("too-big-to-read");
  }

  @Test
  void longVariablesInManyPlacesAreRefused() throws IOException {
    write("project/.env", "A=" + "x".repeat(10_000));
    assertThat(refusals("a: [" + many("$A", 5000) + "]"))
        .extracting(Finding::code)
        .containsExactly("too-big-to-read");
  }

  @ParameterizedTest
  @CsvSource({"1-65535:1-65535", "3000-3100", "'${A}-${B}:80'", "1-99999999999"})
  void rangesOfManyPortsAreRefused(String ports) throws IOException {
    assertThat(refusals("services: {a: {ports: ['" + ports + "']}}"))
        .extracting(Finding::code)
        .containsExactly("too-big-to-read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [",
        "a: 1\n---\ninclude: [/etc/passwd]",
        "!!binary aW5jbHVkZQ==: [/etc/passwd]",
        "a: !!java.net.URL [http://host/]",
        "\ta: 1",
      })
  void whatIsNotOnePlainDocumentIsRefused(String compose) throws IOException {
    assertThat(refusals(compose)).extracting(Finding::code).containsExactly("not-readable");
  }

  @Test
  void whatIsNoTextFileOfItsSizeIsRefused() throws IOException {
    assertThat(refusals("# " + "x".repeat(300_000)))
        .extracting(Finding::code)
        .containsExactly("too-big-to-read");

    Path file = outside.resolve("project/compose.yml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0});
    assertThat(Readable.refusals(outside.resolve("project"), List.of(file)))
        .extracting(Finding::code)
        .containsExactly("not-readable");
    assertThat(Readable.refusals(DOCKER, List.of(DOCKER.resolve("etcd"))))
        .extracting(Finding::code)
        .containsExactly("not-readable");
  }

  @Test
  void whatTheyWriteIsDataInTheMessage() throws IOException {
    Finding finding = refusals("include: [\"/{0} '<b> \\e[31m {path}\"]").get(0);
    for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN)) {
      assertThat(finding.seen().in(language)).contains("/{0} '<b> \u001b[31m {path}");
    }
  }

  private static String many(String word, int times) {
    return Stream.generate(() -> word).limit(times).collect(Collectors.joining(", "));
  }

  private List<Finding> refusals(String compose) throws IOException {
    Path file = write("project/compose.yml", compose);
    return Readable.refusals(file.getParent(), List.of(file));
  }

  private Path write(String name, String text) throws IOException {
    Path file = outside.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}

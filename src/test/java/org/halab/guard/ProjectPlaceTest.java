package org.halab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.halab.domain.LabException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPlaceTest {
  private static final String COMPOSE = "services:\n  pg-master:\n    build: .\n";

  @TempDir Path directory;
  private Path given;
  private Path written;

  @BeforeEach
  void make() throws IOException {
    given = Files.createDirectories(directory.resolve("repository"));
    written = directory.resolve("written");
  }

  @Test
  void aComposeFileInTheDirectoryItselfIsTheOne() throws IOException {
    write("compose.yaml", COMPOSE);
    write("lab2/docker-compose.yml", COMPOSE);

    assertThat(place()).isEqualTo(new ProjectPlace(given, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lab1", "lab-1/docker", "работы/лр 1"})
  void theOnlyOneBelowIsTakenAndSaid(String where) throws IOException {
    write(where + "/docker-compose.yml", COMPOSE);
    write("node_modules/some/docker-compose.yml", COMPOSE);
    write(".github/docker-compose.yml", COMPOSE);
    write("a/b/c/d/e/f/docker-compose.yml", COMPOSE);

    assertThat(place().directory()).isEqualTo(given.resolve(where));
    assertThat(place().said().orElseThrow().toString()).contains(where);
  }

  @Test
  void ofSeveralAllAreNamedAndNoneIsTaken() throws IOException {
    write("lab1/docker-compose.yml", COMPOSE);
    write("lab2/compose.yml", COMPOSE);
    write("lab3/\u001B[31m/compose.yml", COMPOSE);

    assertThatThrownBy(this::place)
        .isInstanceOf(LabException.class)
        .hasMessageContaining(given.resolve("lab1") + "\n")
        .hasMessageContaining(given.resolve("lab2") + "\n")
        .hasMessageContaining("-Dlab.project=" + given.resolve("lab1"))
        .message()
        .doesNotContain("\u001B");
  }

  @Test
  void noLinkIsFollowed() throws IOException {
    Path outside = Files.createDirectories(directory.resolve("outside"));
    Files.writeString(outside.resolve("docker-compose.yml"), COMPOSE);
    Files.createSymbolicLink(given.resolve("lab1"), outside);
    Files.createDirectories(given.resolve("lab2"));
    Files.createSymbolicLink(
        given.resolve("lab2/docker-compose.yml"), outside.resolve("docker-compose.yml"));
    Files.writeString(outside.resolve("README.md"), text("# docker-compose.yml\n" + COMPOSE));
    Files.createSymbolicLink(given.resolve("README.md"), outside.resolve("README.md"));

    assertThatThrownBy(this::place).hasMessageContaining("There is no Compose file");
  }

  @Test
  void filesOfCodeBlocksAreWrittenUnderTheNamesThatTheTextGivesThem() throws IOException {
    write(
        "docs/README.md",
        "# Lab\n\nThe file `docker-compose.yml`:\n\n```yaml\n"
            + COMPOSE
            + "```\n\n### Dockerfile\n\nis short:\n\n```\nFROM postgres:15\nUSER postgres\n```\n\n"
            + "1. The first node\n\n   ```yaml\n   # postgres0.yml\n   scope: my_cluster\n   ```\n\n"
            + "```yml title=\"conf/haproxy.cfg\"\nlisten postgres\n    bind *:5432\n```\n\n"
            + "Then `docker compose up` of docker-compose.yml says\n\n```sh\ndocker compose up -d\n```\n"
            + "and a query\n\n```sql\nSELECT *\nFROM cities;\n```\n");
    Files.createDirectories(written);
    Files.writeString(written.resolve("old.yml"), "of an earlier run");

    ProjectPlace place = place();

    assertThat(place.directory()).isEqualTo(written);
    assertThat(place.said().orElseThrow().toString()).contains("docs/README.md", "postgres0.yml");
    assertThat(written.resolve("docker-compose.yml")).hasContent(COMPOSE);
    assertThat(written.resolve("Dockerfile")).hasContent("FROM postgres:15\nUSER postgres\n");
    assertThat(written.resolve("postgres0.yml")).hasContent("# postgres0.yml\nscope: my_cluster\n");
    assertThat(written.resolve("conf/haproxy.cfg")).exists();
    assertThat(written.resolve("old.yml")).doesNotExist();
  }

  @Test
  void nothingIsGuessed() throws IOException {
    for (String second :
        List.of(
            "And then:\n\n" + text("listen postgres\n"),
            "Again docker-compose.yml:\n\n" + text(COMPOSE),
            "In postgres0.yml and postgres1.yml:\n\n" + text("scope: my_cluster\n"),
            "In ../../secret.yml:\n\n" + text("scope: my_cluster\n"),
            "In /etc/secret.yml:\n\n" + text("scope: my_cluster\n"),
            "In .ssh/secret.yml:\n\n" + text("scope: my_cluster\n"),
            "In docker-compose.yml/x.yml:\n\n" + text("scope: my_cluster\n"))) {
      write("README.md", "docker-compose.yml:\n\n" + text(COMPOSE) + "\n" + second);

      assertThatThrownBy(this::place)
          .as(second)
          .isInstanceOf(LabException.class)
          .hasMessageContaining("README.md:3  docker-compose.yml")
          .hasMessageContaining("README.md:11 ");
      assertThat(written).doesNotExist();
    }
  }

  @Test
  void aTextThatNeverEndsInItsDepthIsReadAllTheSame() throws IOException {
    write(
        "deep.md", ">".repeat(200_000) + "\n" + "[".repeat(200_000) + "\n" + "- ".repeat(100_000));
    write("long.md", "x".repeat(900_000) + "\n\n" + text(COMPOSE));

    assertThatThrownBy(this::place).hasMessageContaining("long.md:3  ?");
  }

  @Test
  void whereNothingIsFoundItIsSaidWhereItWasLookedFor() throws IOException {
    write("README.md", "Run it:\n\n" + text("docker compose up -d\n"));

    assertThatThrownBy(this::place)
        .hasMessageContaining("docker-compose.yml")
        .hasMessageContaining("code blocks");
    assertThatThrownBy(() -> ProjectPlace.in(given.resolve("README.md"), written))
        .hasMessageContaining("is no directory");
  }

  private ProjectPlace place() {
    return ProjectPlace.in(given, written);
  }

  private void write(String name, String text) throws IOException {
    Path file = given.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String text(String content) {
    return "```\n" + content + "```\n";
  }
}

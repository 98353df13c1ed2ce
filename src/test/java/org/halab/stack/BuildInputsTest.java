package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.halab.domain.LabException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildInputsTest {
  @TempDir private Path context;

  @BeforeEach
  void files() throws Exception {
    Files.writeString(context.resolve("Dockerfile"), "FROM debian\nCOPY a.yml /a.yml\n");
    Files.writeString(context.resolve("a.yml"), "ttl: 30\n");
  }

  @Test
  void theDigestStaysWhileTheInputsDo() throws Exception {
    String before = digest();
    Files.writeString(context.resolve("haproxy.cfg"), "not copied");

    assertThat(digest()).isEqualTo(before).hasSize(12);
  }

  @Test
  void theDigestChangesWithACopiedFile() throws Exception {
    String before = digest();
    Files.writeString(context.resolve("a.yml"), "ttl: 20\n");

    assertThat(digest()).isNotEqualTo(before);
  }

  @Test
  void theDigestChangesWithTheDockerfile() throws Exception {
    String before = digest();
    Files.writeString(context.resolve("Dockerfile"), "FROM debian\nCOPY a.yml /b.yml\n");

    assertThat(digest()).isNotEqualTo(before);
  }

  @Test
  void theDigestChangesWithAnArgumentOfTheBuild() {
    assertThat(
            new BuildInputs(context, context.resolve("Dockerfile"), Map.of("CLIENT", "kazoo"))
                .digest())
        .isNotEqualTo(digest())
        .isNotEqualTo(
            new BuildInputs(context, context.resolve("Dockerfile"), Map.of("CLIENT", "etcd"))
                .digest());
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Files.delete(context.resolve("a.yml"));

    assertThatThrownBy(this::digest)
        .isInstanceOf(LabException.class)
        .hasMessageContaining("a.yml")
        .hasMessageContaining("is missing");
  }

  @Test
  void copiesAreFoundWithTheirFlagsAndWithoutThoseOfOtherStages() {
    assertThat(
            BuildInputs.copied(
                "COPY --chown=postgres a b /etc/\ncopy --from=build /x /y\nADD c /c\nRUN cp d e"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void aPatternMeansTheWholeContext() {
    assertThat(BuildInputs.copied("COPY *.yml /")).containsExactly(".");
  }

  private String digest() {
    return new BuildInputs(context, context.resolve("Dockerfile"), Map.of()).digest();
  }
}

package org.halab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.stack.ComposeModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  private static final Path LAB = Path.of("docker").toAbsolutePath();

  @TempDir private Path directory;
  private Path project;
  private Path copy;
  private List<Path> files;

  @BeforeEach
  void directories() throws IOException {
    project = Files.createDirectories(directory.resolve("project"));
    copy = directory.resolve("copy");
    files = List.of(copy.resolve("compose.yml"));
  }

  @Test
  void whatStaysInItsProjectPassesWithinLimits() throws IOException {
    write("services: {db: {image: postgres}}");

    Gate gate = open("{\"image\":\"postgres\"}");

    assertThat(service(gate).path("pids_limit").asInt()).isPositive();
    assertThat(gate.findings()).isEmpty();
  }

  @Test
  void privilegesAreTakenOutAndNamedWithTheirLine() throws IOException {
    write("services:\n  db:\n    image: postgres\n    privileged: true\n");

    Gate gate = open("{\"image\":\"postgres\",\"privileged\":true}");

    assertThat(service(gate).has("privileged")).isFalse();
    assertThat(gate.findings())
        .singleElement()
        .satisfies(one -> assertThat(one.places()).containsExactly("compose.yml:4"))
        .extracting(Finding::code)
        .isEqualTo("asks-for-privileges");
  }

  @Test
  void whatWasLeftOutOfTheCopyIsNamedToo() throws IOException {
    write("services: {db: {image: postgres}}");
    Files.createSymbolicLink(project.resolve("link"), Path.of("/etc/passwd"));

    Gate gate = open("{\"image\":\"postgres\"}");

    assertThat(gate.findings()).extracting(Finding::code).containsExactly("files-left-out");
  }

  @Test
  void anImageFromElsewhereIsRefusedWithItsLine() throws IOException {
    write("services:\n  db:\n    build: ..\n");

    Gate gate = open("{\"build\":{\"context\":\"%s\",\"dockerfile\":\"Dockerfile\"}}", directory);

    assertThatThrownBy(() -> gate.model(files))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("compose.yml:3");
  }

  @Test
  void theLabsOwnImagesMayBeBuiltFromWhereverTheProjectNamesThem() throws IOException {
    write("services: {db: {}}");
    Path named = copy.resolve(project.toRealPath().relativize(LAB.resolve("zookeeper")));

    Gate gate = open("{\"build\":{\"context\":\"%s\",\"dockerfile\":\"Dockerfile\"}}", named);

    assertThat(service(gate).path("build").path("context").asText())
        .isEqualTo(LAB.resolve("zookeeper").toString());
  }

  @Test
  void whatComposeMayNotReadItIsNotAsked() throws IOException {
    write("include: [/etc/passwd]\nservices: {}\n");
    Gate gate =
        Gate.open(
            project,
            copy,
            LAB,
            asked -> {
              throw new AssertionError("Compose was asked");
            });

    assertThatThrownBy(() -> gate.model(files))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("compose.yml:1");
  }

  @Test
  void whereThereIsNoDirectoryThatIsSaid() {
    assertThatThrownBy(() -> Gate.open(directory.resolve("none"), copy, LAB, asked -> null))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("none");
  }

  private Gate open(String service, Object... inserted) {
    String model = "{\"name\":\"p\",\"services\":{\"db\":" + service.formatted(inserted) + "}}";
    return Gate.open(project, copy, LAB, asked -> ComposeModel.parse(model));
  }

  private JsonNode service(Gate gate) {
    return gate.model(files).root().path("services").path("db");
  }

  private void write(String text) throws IOException {
    Files.writeString(project.resolve("compose.yml"), text);
  }
}

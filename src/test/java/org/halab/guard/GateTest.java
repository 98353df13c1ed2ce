package org.halab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.halab.domain.LabException;
import org.halab.stack.ComposeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  @TempDir private Path directory;

  @Test
  void whatStaysInItsProjectMayPass() throws IOException {
    Path file = write("services: {db: {image: postgres}}");

    assertThatCode(
            () ->
                Gate.require(
                    directory,
                    List.of(file),
                    Path.of("docker").toAbsolutePath(),
                    files ->
                        ComposeModel.parse("{\"services\":{\"db\":{\"image\":\"postgres\"}}}")))
        .doesNotThrowAnyException();
  }

  @Test
  void whatAsksForPrivilegesIsNamedWithItsLine() throws IOException {
    Path file = write("services:\n  db:\n    image: postgres\n    privileged: true\n");

    assertThatThrownBy(
            () ->
                Gate.require(
                    directory,
                    List.of(file),
                    Path.of("docker").toAbsolutePath(),
                    files ->
                        ComposeModel.parse(
                            "{\"services\":{\"db\":{\"image\":\"postgres\",\"privileged\":true}}}")))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("compose.yml:4");
  }

  @Test
  void whatComposeMayNotReadItIsNotAsked() throws IOException {
    Path file = write("include: [/etc/passwd]\nservices: {}\n");

    assertThatThrownBy(
            () ->
                Gate.require(
                    directory,
                    List.of(file),
                    Path.of("docker").toAbsolutePath(),
                    files -> {
                      throw new AssertionError("Compose was asked");
                    }))
        .isInstanceOf(LabException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains("compose.yml:1"));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("compose.yml"), text);
  }
}

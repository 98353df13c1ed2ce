package org.halab.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.halab.domain.LabException;
import org.halab.stack.ComposeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriedFilesTest {
  @TempDir Path directory;

  private JsonNode carried(String services, String more) {
    String project =
        "{\"services\": %s%s}".formatted(services, more).replace("DIR", "" + directory);
    return new CarriedFiles().in(ComposeModel.parse(project)).root();
  }

  private static JsonNode config(JsonNode root, String service, String target) {
    for (JsonNode one : root.path("services").path(service).path("configs")) {
      if (one.path("target").asText().equals(target)) {
        return one;
      }
    }
    throw new AssertionError("Nothing is at " + target);
  }

  private static String content(JsonNode root, JsonNode config) {
    return root.path("configs").path(config.path("source").asText()).path("content").asText();
  }

  @Test
  void aMountedFileGoesAlongWithItsRights() throws IOException {
    Path file = Files.writeString(directory.resolve("restore"), "#!/bin/sh\necho $1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));

    JsonNode root =
        carried(
            """
            {"node": {"volumes": [
              {"type": "bind", "source": "DIR/restore", "target": "/restore", "read_only": true},
              {"type": "volume", "source": "data", "target": "/data"}]}}
            """,
            "");

    JsonNode config = config(root, "node", "/restore");
    assertThat(content(root, config)).isEqualTo("#!/bin/sh\necho $$1\n");
    assertThat(config.path("mode").asInt()).isEqualTo(0751);
    JsonNode mounts = root.path("services").path("node").path("volumes");
    assertThat(mounts).hasSize(1);
    assertThat(mounts.get(0).path("source").asText()).isEqualTo("data");
  }

  @Test
  void oneFileOfManyServicesGoesAlongOnce() throws IOException {
    Files.writeString(directory.resolve("a.yml"), "a: 1");
    String mount =
        "{\"volumes\": [{\"type\": \"bind\", \"source\": \"DIR/a.yml\", \"target\": \"/a.yml\"}]}";

    JsonNode root = carried("{\"one\": %s, \"two\": %s}".formatted(mount, mount), "");

    assertThat(root.path("configs")).hasSize(1);
    assertThat(content(root, config(root, "two", "/a.yml"))).isEqualTo("a: 1");
  }

  @Test
  void aDirectoryThatIsOnlyReadIsItsFiles() throws IOException {
    Files.createDirectories(directory.resolve("conf/parts"));
    Files.writeString(directory.resolve("conf/parts/a"), "");

    JsonNode root =
        carried(
            """
            {"node": {"volumes": [{"type": "bind", "source": "DIR/conf", "target": "/etc/conf",
              "read_only": true}]}}
            """,
            "");

    assertThat(content(root, config(root, "node", "/etc/conf/parts/a")))
        .as("what has no content Compose does not copy")
        .isEqualTo("\n");
    assertThat(root.path("services").path("node").path("volumes")).isEmpty();
  }

  @Test
  void aDirectoryThatIsWrittenIsOneVolumeForAll() throws IOException {
    Files.createDirectory(directory.resolve("shared"));
    Files.writeString(directory.resolve("shared/seed"), "x");
    String mount =
        "{\"volumes\": [{\"type\": \"bind\", \"source\": \"DIR/shared\", \"target\": \"/to\"}]}";

    JsonNode root = carried("{\"one\": %s, \"two\": %s}".formatted(mount, mount), "");

    assertThat(root.path("volumes")).hasSize(1);
    String volume = root.path("volumes").fieldNames().next();
    for (String service : new String[] {"one", "two"}) {
      JsonNode mounted = root.path("services").path(service).path("volumes").get(0);
      assertThat(mounted.path("type").asText()).isEqualTo("volume");
      assertThat(mounted.path("source").asText()).isEqualTo(volume);
      config(root, service, "/to/seed");
    }
  }

  @Test
  void whatDoesNotExistIsAnEmptyDirectoryAsItWouldBeHere() {
    JsonNode root =
        carried(
            "{\"n\": {\"volumes\": [{\"type\": \"bind\", \"source\": \"DIR/no\", \"target\": \"/to\"}]}}",
            "");

    JsonNode mounted = root.path("services").path("n").path("volumes").get(0);
    assertThat(mounted.path("type").asText()).isEqualTo("volume");
    assertThat(directory.resolve("no")).doesNotExist();
  }

  @Test
  void configsAndSecretsThatAreFilesGoAlongToo() throws IOException {
    Files.writeString(directory.resolve("gate.cfg"), "gate");
    Files.writeString(directory.resolve("password"), "secret");

    JsonNode root =
        carried(
            """
            {"gate": {
              "configs": [{"source": "gate", "target": "/gate.cfg"}],
              "secrets": [{"source": "word"}]}}
            """,
            """
            , "configs": {"gate": {"file": "DIR/gate.cfg"}},
            "secrets": {"word": {"file": "DIR/password"}}
            """);

    assertThat(content(root, config(root, "gate", "/gate.cfg"))).isEqualTo("gate");
    assertThat(content(root, config(root, "gate", "/run/secrets/word"))).isEqualTo("secret");
    assertThat(root.path("services").path("gate").path("secrets")).isEmpty();
  }

  @Test
  void whatIsNoTextIsRefusedWithItsPlace() throws IOException {
    Path file = Files.write(directory.resolve("program"), new byte[] {(byte) 0x80, 0, 1});

    assertThatThrownBy(
            () ->
                carried(
                    "{\"node\": {\"volumes\": [{\"type\": \"bind\", \"source\": \"DIR/program\","
                        + " \"target\": \"/program\"}]}}",
                    ""))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("node")
        .hasMessageContaining(file.toString());
  }
}

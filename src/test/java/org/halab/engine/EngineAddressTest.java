package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAddressTest {
  @TempDir Path directory;

  @Test
  void anEngineOfThisMachineNeedsNothing() {
    for (String here :
        List.of(
            "unix:///var/run/docker.sock", "npipe:////./pipe/docker_engine", "tcp://[::1]:2375")) {
      EngineAddress address = EngineAddress.of(here, Map.of());

      assertThat(address.elsewhere()).as(here).isFalse();
      assertThat(address.reachable()).as(here).isEqualTo(address);
    }
  }

  @Test
  void whatGoesUnencryptedToAnotherMachineIsRefusedWithWhatIsNot() {
    for (String unsafe : List.of("tcp://other:2375", "tcp://other:2376", "http://10.0.0.7:2375")) {
      assertThatThrownBy(() -> EngineAddress.of(unsafe, Map.of("DOCKER_TLS", "1")))
          .as(unsafe)
          .hasMessageContaining(unsafe)
          .hasMessageContaining("without encryption")
          .hasMessageContaining("ssh://USER@HOST")
          .hasMessageContaining("DOCKER_TLS_VERIFY");
    }
  }

  @Test
  void anotherMachineIsReachedWithItsCertificates() throws IOException {
    Map<String, String> environment = withCertificates();

    EngineAddress address = EngineAddress.of("tcp://other:2376", environment);

    assertThat(address.elsewhere()).isTrue();
    assertThat(address.certificates()).contains(directory);
    assertThat(address.environment())
        .containsEntry("DOCKER_HOST", "tcp://other:2376")
        .containsEntry("DOCKER_TLS_VERIFY", "1")
        .containsEntry("DOCKER_CERT_PATH", directory.toString());
  }

  @Test
  void certificatesAreNotForASocket() throws IOException {
    EngineAddress address = EngineAddress.of("unix:///run/docker.sock", withCertificates());

    assertThat(address.certificates()).isEmpty();
    assertThat(address.environment()).containsEntry("DOCKER_TLS_VERIFY", "");
  }

  @Test
  void sshIsElsewhereWhateverItsHost() {
    assertThat(EngineAddress.of("ssh://lab@other:2222", Map.of()).elsewhere()).isTrue();
    assertThat(EngineAddress.of("ssh://localhost", Map.of()).elsewhere()).isTrue();
  }

  @Test
  void anEngineByAnotherSocketIsReachedThere() {
    URI podman = URI.create("ssh://lab@other:2222/run/user/1000/podman/podman.sock");

    assertThat(SshTunnel.host(podman)).isEqualTo("ssh://lab@other:2222");
    assertThat(SshTunnel.engineAt(podman)).isEqualTo("/run/user/1000/podman/podman.sock");
    assertThat(SshTunnel.engineAt(URI.create("ssh://other"))).isEqualTo("/var/run/docker.sock");
    assertThat(SshTunnel.engineAt(URI.create("ssh://other/"))).isEqualTo("/var/run/docker.sock");
  }

  @Test
  void tlsNeedsAllItsCertificates() throws IOException {
    Map<String, String> environment = withCertificates();
    Files.delete(directory.resolve("cert.pem"));

    assertThatThrownBy(() -> EngineAddress.of("tcp://other:2376", environment))
        .hasMessageContaining(directory.toString());
  }

  private Map<String, String> withCertificates() throws IOException {
    for (String file : List.of("ca.pem", "cert.pem", "key.pem")) {
      Files.createFile(directory.resolve(file));
    }
    return Map.of("DOCKER_CERT_PATH", directory.toString(), "DOCKER_TLS_VERIFY", "1");
  }
}

package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.halab.domain.BalancerServer;
import org.halab.stack.CheckSettings;
import org.halab.stack.NginxConfig;
import org.halab.stack.Proxy;
import org.junit.jupiter.api.Test;

class NginxTest {
  @Test
  void itsPageTellsTheServersAndTheirLastAnswers() {
    assertThat(
            NginxBalancer.servers(
                """
                [{"name": "pg-master", "status": "UP", "check": "GET /primary 200"},
                 {"name": "pg-slave", "status": "DOWN", "check": "GET /primary 503"}]"""))
        .containsExactly(
            new BalancerServer("pg-master", "UP", "GET /primary 200", 1, 1),
            new BalancerServer("pg-slave", "DOWN", "GET /primary 503", 1, 1));
  }

  @Test
  void anythingElseIsNoPage() {
    assertThatThrownBy(() -> NginxBalancer.servers("<html>")).hasMessageContaining("<html>");
  }

  @Test
  void theLabsConfigurationTellsWhenItSwitches() throws Exception {
    CheckSettings checks =
        CheckSettings.parse(
            Proxy.NGINX, Files.readString(Path.of("docker").resolve(Proxy.NGINX.file())));

    assertThat(checks.checkInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(checks.checkTimeout()).isEqualTo(Duration.ofMillis(900));
    assertThat(checks.rise()).isEqualTo(1);
    assertThat(checks.fall()).isEqualTo(1);
  }

  @Test
  void aConfigurationWithoutACheckIsRefused() {
    assertThatThrownBy(() -> new NginxConfig("stream {}").checkInterval())
        .hasMessageContaining("js_periodic");
  }
}

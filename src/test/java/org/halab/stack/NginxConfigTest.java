package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NginxConfigTest {
  @Test
  void theLabsOwnTellsWhereItLeadsAndWhenItSwitches() throws Exception {
    NginxConfig config =
        new NginxConfig(Files.readString(Path.of("docker", "etcd", "nginx", "nginx.conf")));

    assertThat(config.checkInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.checkTimeout()).isEqualTo(Duration.ofMillis(900));
    assertThat(config.rise()).isEqualTo(1);
    assertThat(config.fall()).isEqualTo(1);
    assertThat(config.entries()).hasSize(1);
    assertThat(config.entries().get(0).port()).isEqualTo(5432);
    assertThat(config.entries().get(0).statisticsPort()).hasValue(7000);
    assertThat(config.entries().get(0).servers())
        .containsEntry("pg-master", "pg-master:5432")
        .containsEntry("pg-slave", "pg-slave:5432");
  }

  @Test
  void plainNginxLeadsToTheServersOfItsUpstreamAndChecksNothing() {
    NginxConfig plain =
        new NginxConfig(
            """
            stream {
              upstream db {
                server a:5432 max_fails=1;
                server b:5432;
              }
              server { listen 0.0.0.0:6432; proxy_pass db; }
            }
            """);

    assertThat(plain.entries().get(0).port()).isEqualTo(6432);
    assertThat(plain.entries().get(0).servers()).containsOnlyKeys("a:5432", "b:5432");
    assertThat(plain.checkInterval()).isZero();
  }
}

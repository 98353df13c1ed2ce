package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HaproxyConfigTest {
  private static final HaproxyConfig GUIDE =
      new HaproxyConfig(
          """
          defaults
            timeout client 30m
            timeout check 5s

          listen postgres
            bind *:5432 # the clients' port
            option httpchk
            default-server inter 3s fall 4 rise 1 on-marked-down shutdown-sessions
            server one pg-master:5432 maxconn 100 check port 8008
            server two pg-slave:5432
          """);

  @Test
  void readsWhatDecidesWhenItSwitches() {
    assertThat(GUIDE.checkInterval()).isEqualTo(Duration.ofSeconds(3));
    assertThat(GUIDE.checkTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(GUIDE.fall()).isEqualTo(4);
    assertThat(GUIDE.rise()).isEqualTo(1);
  }

  @Test
  void aCheckWaitsForAConnectionUntilTheNextIsDueOrLess() {
    String server = "listen postgres\n  server one a:5432 check inter 3s\n";

    assertThat(new HaproxyConfig(server).checkConnect()).isEqualTo(Duration.ofSeconds(3));
    assertThat(new HaproxyConfig("defaults\n  timeout connect 4s\n" + server).checkConnect())
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(new HaproxyConfig("defaults\n  timeout connect 500ms\n" + server).checkConnect())
        .isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whatIsLeftOutHasHaproxysDefault() {
    HaproxyConfig bare = new HaproxyConfig("listen postgres\n  server one a:5432 check\n");

    assertThat(bare.checkInterval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(bare.checkTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(bare.rise()).isEqualTo(2);
    assertThat(bare.fall()).isEqualTo(3);
  }

  @Test
  void knowsKeywordsAndServers() {
    assertThat(GUIDE.value("timeout client")).contains("30m");
    assertThat(GUIDE.value("bind")).contains("*:5432");
    assertThat(GUIDE.value("timeout server")).isEmpty();
    assertThat(GUIDE.servers())
        .isEqualTo(
            Map.of("one", "pg-master:5432 maxconn 100 check port 8008", "two", "pg-slave:5432"));
  }

  @Test
  void readsHaproxysLengthsOfTime() {
    assertThat(HaproxyConfig.duration("1500")).isEqualTo(Duration.ofMillis(1500));
    assertThat(HaproxyConfig.duration("500us")).isEqualTo(Duration.ofNanos(500_000));
    assertThat(HaproxyConfig.duration("2h")).isEqualTo(Duration.ofHours(2));
    assertThatThrownBy(() -> HaproxyConfig.duration("soon")).hasMessageContaining("'soon'");
  }
}

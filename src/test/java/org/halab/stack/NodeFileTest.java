package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeFileTest {
  private static final NodeFile FIRST =
      NodeFile.parse(
          """
          name: postgresql0
          bootstrap:
            dcs:
              ttl: 30
            pg_hba:
              - host all all 0.0.0.0/0 md5
          postgresql:
            parameters:
              hot_standby: "on"
          """);

  @Test
  void findsSettingsByTheirPath() {
    assertThat(FIRST.value("bootstrap.dcs.ttl")).contains("30");
    assertThat(FIRST.value("bootstrap.pg_hba[0]")).contains("host all all 0.0.0.0/0 md5");
    assertThat(FIRST.value("postgresql.parameters.hot_standby")).contains("on");
    assertThat(FIRST.value("bootstrap.ttl")).isEmpty();
  }

  @Test
  void tellsWhatDiffers() {
    NodeFile second =
        NodeFile.parse(
            """
            name: postgresql1
            bootstrap:
              dcs:
                ttl: 30
                loop_wait: 10
            postgresql:
              parameters:
                hot_standby: "on"
            """);

    assertThat(FIRST.differences(second))
        .containsOnlyKeys("name", "bootstrap.dcs.loop_wait", "bootstrap.pg_hba[0]")
        .containsEntry("name", List.of("postgresql0", "postgresql1"))
        .containsEntry("bootstrap.dcs.loop_wait", List.of("", "10"));
  }
}

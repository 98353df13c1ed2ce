package org.halab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void isWrittenAsItIsTyped() {
    assertThat(Plant.docker("restart", "pg-master")).hasToString("docker restart pg-master");
    assertThat(new Order(List.of("psql", "-c", "ALTER ROLE r PASSWORD 'p'")))
        .hasToString("psql -c 'ALTER ROLE r PASSWORD '\\''p'\\'''");
  }
}

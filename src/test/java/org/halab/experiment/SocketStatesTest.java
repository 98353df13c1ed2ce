package org.halab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SocketStatesTest {
  private static final String KERNEL =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid
         0: 00000000:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
         1: 030012AC:1538 010012AC:D3A2 08 00000000:00000001 00:00000000 00000000     0
         2: 030012AC:1538 010012AC:D3A4 08 00000000:00000001 00:00000000 00000000     0
         3: 030012AC:A0C4 040012AC:1538 01 00000000:00000000 00:00000000 00000000     0
      """;

  @Test
  void countsByState() {
    assertThat(SocketStates.count(KERNEL).rows())
        .containsExactly(
            List.of("CLOSE_WAIT", "2"), List.of("ESTABLISHED", "1"), List.of("LISTEN", "1"));
  }
}

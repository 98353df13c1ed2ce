package org.halab.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishedPortsTest {
  @Test
  void whatListensForOthersIsHeard() {
    String tables =
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid
           0: 00000000:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000   999
           1: 0100007F:1F48 00000000:0000 0A 00000000:00000000 00:00000000 00000000   999
           2: 020011AC:1F49 030011AC:9C40 01 00000000:00000000 00:00000000 00000000   999
          sl  local_address                         remote_address                        st
           0: 00000000000000000000000000000000:0929 00000000000000000000000000000000:0000 0A 0
           1: 00000000000000000000000001000000:092A 00000000000000000000000000000000:0000 0A 0
        """;

    assertThat(PublishedPorts.listening(tables)).containsExactlyInAnyOrder(5432, 2345);
  }
}

package org.halab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeAddressesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  private final NodeAddresses addresses = new NodeAddresses();

  @Test
  void anAddressIsTheNodesThatWasLastSeenThere() {
    addresses.seen("pg-master", "172.18.0.3", NOW);
    addresses.seen("pg-master", "172.18.0.3", NOW.plusSeconds(5));
    addresses.seen("pg-slave", "172.18.0.3", NOW.plusSeconds(10));
    addresses.seen("pg-master", "172.18.0.4", NOW.plusSeconds(10));

    assertThat(addresses.nodeAt("172.18.0.3", NOW.plusSeconds(9))).contains("pg-master");
    assertThat(addresses.nodeAt("172.18.0.3", NOW.plusSeconds(11))).contains("pg-slave");
    assertThat(addresses.nodeAt("172.18.0.4", NOW)).contains("pg-master");
    assertThat(addresses.nodeAt("172.18.0.9", NOW)).isEmpty();
  }
}

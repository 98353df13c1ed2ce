package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortHolderTest {
  @Test
  void readsWhatLsofSays() {
    assertThat(PortHolder.readLsof("p512\ncControlCe\nf10\n"))
        .contains("the program ControlCe (process 512)");
    assertThat(PortHolder.readLsof("")).isEmpty();
  }

  @Test
  void readsWhatSsSays() {
    assertThat(
            PortHolder.readSs(
                "LISTEN 0 128 127.0.0.1:5432 0.0.0.0:* users:((\"postgres\",pid=77,fd=3))\n"))
        .contains("the program postgres (process 77)");
    assertThat(PortHolder.readSs("LISTEN 0 128 127.0.0.1:5432 0.0.0.0:*")).isEmpty();
  }

  @Test
  void aPortIsFreeUntilSomethingListens() throws Exception {
    int port;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = listener.getLocalPort();
      assertThat(PortHolder.free(port)).isFalse();
    }
    assertThat(PortHolder.free(port)).isTrue();
  }
}

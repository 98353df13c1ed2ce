package org.halab.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostAddressTest {
  @Test
  void sshAndTlsAreUnderstood() {
    List<HostAddress> all =
        HostAddress.all(List.of("ssh://lab@one", " tcp://two:2376", "ssh://lab@three:2222"));

    assertThat(all).extracting(HostAddress::host).containsExactly("one", "two", "three");
    assertThat(all).extracting(HostAddress::ssh).containsExactly(true, false, true);
  }

  @Test
  void whatIsNotUnderstoodIsToldWithWhatIs() {
    for (String wrong :
        List.of("one", "http://one", "tcp://one", "ssh://", "unix:///run/a", "ssh://one/path")) {
      assertThatThrownBy(() -> HostAddress.all(List.of(wrong)))
          .as(wrong)
          .hasMessageContaining(wrong)
          .hasMessageContaining("ssh://USER@HOST");
    }
  }

  @Test
  void anEngineThatObeysAnybodyIsRefused() {
    assertThatThrownBy(() -> HostAddress.all(List.of("tcp://one:2375")))
        .hasMessageContaining("without TLS");
  }

  @Test
  void oneHostIsNoTwo() {
    assertThatThrownBy(() -> HostAddress.all(List.of("ssh://a@one", "tcp://one:2376")))
        .hasMessageContaining("one is given twice");
  }
}

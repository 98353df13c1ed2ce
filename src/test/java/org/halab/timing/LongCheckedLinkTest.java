package org.halab.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.halab.domain.Settings;
import org.junit.jupiter.api.Test;

class LongCheckedLinkTest {
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final Duration TWO = Duration.ofSeconds(2);
  private static final Duration CONNECT = Duration.ofMillis(200);
  private static final LongCheckedLink LINK =
      new LongCheckedLink(
          new Settings(Duration.ofSeconds(30), TEN, TEN, TWO, CONNECT, TWO, CONNECT, 1, 8));

  @Test
  void theEntrypointLeadsThereAsLongAsACheckCanConnect() {
    assertThat(LINK.served(Duration.ofMillis(50))).hasValue(true);
    assertThat(LINK.served(Duration.ofMillis(100))).isEmpty();
    assertThat(LINK.served(Duration.ofMillis(150))).hasValue(false);
  }
}

package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"2.24.0", "v2.26.1-4\n", "2.100.1", "5.0.2"})
  void newEnough(String printed) {
    assertThat(ComposeVersion.sufficient(printed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.23.3", "1.29.2", "docker: 'compose' is not a docker command.", ""})
  void tooOldOrMissing(String printed) {
    assertThat(ComposeVersion.sufficient(printed)).isFalse();
  }
}

package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildFailureTest {
  @Test
  void aFullDiskIsTold() {
    assertThat(BuildFailure.advice("dpkg: error: no space left on device"))
        .contains("disk is full");
  }

  @Test
  void aMissingNetworkIsTold() {
    assertThat(BuildFailure.advice("Err:1\n  Temporary failure resolving 'mirror'"))
        .contains("check the network");
  }

  @Test
  void anythingElseSpeaksForItself() {
    assertThat(BuildFailure.advice("unknown instruction: FORM")).contains("last lines");
  }
}

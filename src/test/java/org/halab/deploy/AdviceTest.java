package org.halab.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdviceTest {
  @Test
  void aFullDiskIsTold() {
    assertThat(Advice.on("Write error - write (28: No space left on device)").toString())
        .contains("disk is full");
    assertThat(Advice.on("dpkg: error: no space left on device").toString())
        .contains("disk is full");
  }

  @Test
  void aMissingNetworkIsTold() {
    assertThat(Advice.on("Err:1\n  Temporary failure resolving 'mirror'").toString())
        .contains("check the network");
  }

  @Test
  void anythingElseSpeaksForItself() {
    assertThat(Advice.on("unknown instruction: FORM").toString()).contains("last lines");
  }
}

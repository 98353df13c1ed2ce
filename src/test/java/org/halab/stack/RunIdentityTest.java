package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunIdentityTest {
  private final RunIdentity current = RunIdentity.current();

  @Test
  void isReadBackFromItsLabel() {
    assertThat(RunIdentity.parse(current.toString())).contains(current);
    assertThat(RunIdentity.parse("someone else's label")).isEmpty();
    assertThat(RunIdentity.parse("host/pid/start")).isEmpty();
  }

  @Test
  void thisRunHasNotEnded() {
    assertThat(current.ended()).isFalse();
  }

  @Test
  void aProcessIdThatCameAgainIsAnotherRun() {
    assertThat(new RunIdentity(current.host(), current.pid(), current.started() - 60).ended())
        .isTrue();
  }

  @Test
  void aRunOfAnotherMachineMayBeAlive() {
    assertThat(new RunIdentity("another-" + current.host(), 1, 1).ended()).isFalse();
  }
}

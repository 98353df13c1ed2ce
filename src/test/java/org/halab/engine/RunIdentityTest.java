package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
  private static final Processes NONE_KNOWN = new Processes(Path.of("no-such-directory"));

  private final RunIdentity current = RunIdentity.current();
  private final RunIdentity here = new RunIdentity("here", "boot-1", "ns-1", 1, 100);

  @Test
  void isReadBackFromItsLabel() {
    assertThat(RunIdentity.parse(current.toString())).contains(current);
    assertThat(RunIdentity.parse("someone else's label")).isEmpty();
    assertThat(RunIdentity.parse("host/boot/namespace/pid/start")).isEmpty();
  }

  @Test
  void thisRunHasNotEnded() {
    assertThat(current.ended()).isFalse();
  }

  @Test
  void aProcessIdThatCameAgainIsAnotherRun() {
    assertThat(started(current.start() - 1).ended()).isTrue();
  }

  @Test
  void anotherNameOfTheSameMachineHidesNoRun() {
    assertThat(ended("there", "boot-1", "ns-1")).isTrue();
  }

  @Test
  void aRunOfAnotherContainerMayBeAlive() {
    assertThat(ended("here", "boot-1", "ns-2")).isFalse();
  }

  @Test
  void aRunOfAnEarlierBootHasEnded() {
    assertThat(ended("here", "boot-2", "ns-1")).isTrue();
  }

  @Test
  void aRunOfAnotherMachineMayBeAlive() {
    assertThat(ended("there", "boot-2", "ns-1")).isFalse();
    assertThat(ended("there", Processes.UNKNOWN, Processes.UNKNOWN)).isFalse();
  }

  @Test
  void aRunThatDoesNotKnowItsBootMayBeAlive() {
    assertThat(ended("here", Processes.UNKNOWN, Processes.UNKNOWN)).isFalse();
  }

  @Test
  void whereNoBootIsKnownTheProcessDecides() {
    RunIdentity own = RunIdentity.of("here", NONE_KNOWN, current.pid());
    RunIdentity earlier =
        new RunIdentity("here", own.boot(), own.namespace(), own.pid(), own.start() - 1);

    assertThat(own.ended(own, NONE_KNOWN)).isFalse();
    assertThat(earlier.ended(own, NONE_KNOWN)).isTrue();
  }

  private RunIdentity started(long start) {
    return new RunIdentity(
        current.host(), current.boot(), current.namespace(), current.pid(), start);
  }

  /** Whether a process that is not among these, started at such a place, has ended. */
  private boolean ended(String host, String boot, String namespace) {
    return new RunIdentity(host, boot, namespace, Long.MAX_VALUE, 100).ended(here, NONE_KNOWN);
  }
}

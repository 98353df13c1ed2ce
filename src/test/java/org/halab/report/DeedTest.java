package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.message.Language;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class DeedTest {
  /** What ends by itself, or is over when it is done. */
  private static final Set<String> BY_ITSELF =
      Set.of(
          "fault.postgres.killed",
          "fault.server.backendKilled",
          "fault.server.checkpointerKilled",
          "fault.server.walreceiverKilled",
          "fault.dataLost",
          "fault.slotDropped",
          "fault.handedOver",
          "fault.postgres.restarted",
          "fault.reinitialized",
          "fault.inTurn.restarted",
          "fault.inTurn.madeAnew",
          "fault.pretended");

  @Test
  void ofEachFaultItIsKnownHowItEnds() {
    assertThat(deeds().filter(one -> new Deed(Message.of(one)).end().isEmpty()))
        .containsExactlyInAnyOrderElementsOf(BY_ITSELF);
  }

  @Test
  void plannedWorkIsNoFault() {
    for (String work : List.of("fault.handedOver", "fault.inTurn.madeAnew", "fault.hostDrained")) {
      assertThat(new Deed(Message.of(work)).kind()).isEqualTo(Deed.Kind.WORK);
    }
    for (String fault : List.of("fault.stopped", "fault.killed", "fault.cutOff")) {
      assertThat(new Deed(Message.of(fault)).kind()).isEqualTo(Deed.Kind.FAULT);
    }
  }

  @Test
  void severalEndAsOneIfEachDoes() {
    Message killed = Message.of("fault.killed").with("service", "pg-master");
    Message frozen = Message.of("fault.frozen").with("service", "zoo");

    assertThat(new Deed(Message.and(List.of(killed, killed))).end()).contains(Deed.End.STARTED);
    assertThat(new Deed(Message.and(List.of(killed, frozen))).end()).isEmpty();
  }

  @Test
  void aContainerThatWasStartedAgainHasNotHealed() {
    assertThat(new Deed(Message.of("fault.killed")).ended())
        .map(one -> one.in(Language.ENGLISH))
        .contains("what was down was started again");
  }

  private static Stream<String> deeds() {
    return ResourceBundle.getBundle("org.halab.fault.messages").keySet().stream()
        .map(key -> "fault." + key)
        .filter(key -> !key.matches("fault\\.(peer\\..*|wait\\..*|link\\..*|noHosts)"));
  }
}

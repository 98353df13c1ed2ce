package org.halab.checker.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.halab.checker.failover.Event.Kind;
import org.halab.domain.LogLine;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class EventsTest {
  @Test
  void areInOrderAndSayNothingInAnyLanguage() {
    Failover failover = Failovers.of(Failovers.UP, Failovers.PROMOTED, Failovers.RELEASED);

    assertThat(failover.events())
        .isSorted()
        .extracting(Event::kind)
        .containsExactly(
            Kind.FAULT,
            Kind.CLIENTS_FAIL,
            Kind.CLIENTS_FAIL_LAST,
            Kind.LOCK_RELEASED,
            Kind.LOCK_GONE,
            Kind.LEADER_ELECTED,
            Kind.LOCK_TAKEN,
            Kind.WRITE_TAKEN,
            Kind.SERVER_UP,
            Kind.CLIENTS_SUCCEED);
    assertThat(failover.events().get(0).arguments())
        .containsEntry("done", Message.of("fault.stopped").with("service", "pg-slave"))
        .containsEntry("holder", "postgresql1");
    assertThat(failover.first(Kind.CLIENTS_FAIL).orElseThrow().arguments())
        .isEqualTo(Map.of("row", 2L, "outcome", "UNKNOWN", "error", ""));
    assertThat(failover.first(Kind.SERVER_UP).orElseThrow().arguments())
        .isEqualTo(Map.of("server", "one", "reason", "Layer7 check passed"));
  }

  @Test
  void anotherSessionsExpiryIsAnotherKind() {
    LogLine other =
        Failovers.line(2, "zoo", "Expiring session 0x1000000000a0009, timeout of 4000ms exceeded");

    assertThat(Failovers.of(other).first(Kind.SESSION_EXPIRED)).isEmpty();
    assertThat(Failovers.of(other).first(Kind.OTHER_SESSION_EXPIRED).orElseThrow().arguments())
        .isEqualTo(Map.of("session", "0x1000000000a0009", "timeout", "4"));
  }

  @Test
  void onlyLinesThatTellOfTheFailoverAreShown() {
    LogLine other = Failovers.line(2, "zoo", "INFO binding to port 2181");
    LogLine early = Failovers.line(-2, "pg-slave", Failovers.RELEASED.text());

    assertThat(Failovers.of(other, early, Failovers.UP).logs()).containsOnlyKeys("haproxy");
  }
}

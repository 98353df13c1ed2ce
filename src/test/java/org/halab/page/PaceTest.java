package org.halab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();
  private final AtomicInteger wentOn = new AtomicInteger();

  @Test
  void saysWhatComesNext() {
    pace.comes("When the leader is killed", "kills its container");
    pace.stops(Message.text("carry it out"), wentOn::incrementAndGet);

    assertThat(pace.stop())
        .contains(
            new Pace.Stop(1, "When the leader is killed", "kills its container", "carry it out"));
  }

  @Test
  void whatWasSeenAtAnEarlierStopGoesOnFromNoLaterOne() {
    pace.stops(Message.text("carry it out"), wentOn::incrementAndGet);
    pace.goesOn();
    pace.stops(Message.text("carry it out"), wentOn::incrementAndGet);

    assertThat(pace.goOnFrom(1)).isFalse();
    assertThat(pace.goOnFrom(2)).isTrue();
    assertThat(pace.goOnFrom(2)).isFalse();
    assertThat(wentOn).hasValue(1);
  }

  @Test
  void whoIsUnderWayIsNotPushed() {
    assertThat(pace.goOnFrom(0)).isFalse();
    assertThat(pace.stop()).isEmpty();
  }
}

package org.halab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.halab.domain.Settings;
import org.halab.engine.ServiceContainer;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Deadlines;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Deadlines DEADLINES =
      new Deadlines(new Settings(SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, 1, 1));
  private static final Message BROKEN = Message.text("all were broken");
  private static final List<ServiceContainer> TWO =
      List.of(
          new ServiceContainer(null, "a project", "one"),
          new ServiceContainer(null, "a project", "two"));

  @Test
  void isInEffectWhenEachPartIs() {
    AtomicBoolean second = new AtomicBoolean();
    FaultAction both =
        Together.each(
            BROKEN,
            TWO,
            one -> new Part(one.service().equals("one") ? new AtomicBoolean(true) : second));

    assertThat(both.inEffect()).isFalse();
    second.set(true);
    assertThat(both.inEffect()).isTrue();
    both.heal();
    assertThat(both.healed()).isTrue();
  }

  @Test
  void grantsWhatTheSlowestPartNeeds() {
    FaultAction both =
        Together.each(
            BROKEN,
            TWO,
            one ->
                one.service().equals("one") ? new PostgresKilled(one) : new ContainerFrozen(one));

    assertThat(both.healedWithin(DEADLINES)).isEqualTo(DEADLINES.postgresStarted());
    assertThat(both.inEffectWithin(DEADLINES)).isEqualTo(DEADLINES.engineActs());
  }

  @Test
  void twoDifferentFaultsAreBothTold() {
    FaultAction both =
        Together.both(new ContainerFrozen(TWO.get(0)), ContainerDown.killed(TWO.get(1)));

    assertThat(both.done().in(Language.ENGLISH)).isEqualTo("one was frozen and two was killed");
  }

  @Test
  void oneAloneSaysItsOwnWords() {
    FaultAction one = Together.each(BROKEN, TWO.subList(0, 1), ContainerFrozen::new);

    assertThat(one.done().in(Language.ENGLISH)).isEqualTo("one was frozen");
  }

  private record Part(AtomicBoolean broken) implements FaultAction {
    @Override
    public Message done() {
      return BROKEN;
    }

    @Override
    public void inflict() {
      broken.set(true);
    }

    @Override
    public boolean inEffect() {
      return broken.get();
    }

    @Override
    public Deadline healedWithin(Deadlines deadlines) {
      return deadlines.engineActs();
    }

    @Override
    public void heal() {
      broken.set(false);
    }
  }
}

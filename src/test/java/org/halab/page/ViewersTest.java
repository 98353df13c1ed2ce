package org.halab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.halab.message.Message;
import org.halab.timing.Deadline;
import org.halab.timing.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewersTest {
  private static final Deadline A_SECOND = within(1);
  private static final Deadline SOON = within(20);

  private final Board board = new Board();
  private final PageServer server = new PageServer(board, new Pace(), Duration.ofMillis(500));
  private final Wait wait = new Wait(() -> "");

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aChangeReachesTenViewersWithinASecond() throws IOException {
    AtomicReference<PageState> now = new AtomicReference<>(MadeUp.scene("first", true));
    List<Onlooker> ten = new ArrayList<>();
    try (Camera camera = new Camera(now::get, () -> server.viewers() > 0, () -> {}, board)) {
      for (int i = 0; i < 10; i++) {
        ten.add(new Onlooker(server.address()));
      }
      await(SOON, () -> ten.stream().allMatch(one -> one.saw("\"first\"")));

      now.set(MadeUp.scene("second", false));

      await(A_SECOND, () -> ten.stream().allMatch(one -> one.saw("\"second\"")));
    } finally {
      close(ten);
    }
  }

  @Test
  void nothingIsLookedAtWhileNobodyHasThePageOpen() throws IOException {
    AtomicInteger looks = new AtomicInteger();
    AtomicInteger rests = new AtomicInteger();
    try (Camera camera =
        new Camera(
            () -> {
              looks.incrementAndGet();
              return MadeUp.scene("a step", true);
            },
            () -> server.viewers() > 0,
            rests::incrementAndGet,
            board)) {
      await(SOON, () -> rests.get() > 2);
      assertThat(looks).hasValue(0);

      try (Onlooker one = new Onlooker(server.address())) {
        await(SOON, () -> one.saw("a step"));
      }
    }
  }

  @Test
  void whoComesLateSeesTheLastState() throws IOException {
    board.show("{\"step\":\"early\"}");
    board.show("{\"step\":\"late\"}");

    try (Onlooker one = new Onlooker(server.address())) {
      await(SOON, () -> one.saw("late"));
      assertThat(one.saw("early")).isFalse();
    }
  }

  @Test
  void whoTakesNothingIsLetGoAndKeepsNobodyWaiting() throws IOException {
    try (Onlooker asleep = Onlooker.asleep(server.address());
        Onlooker reads = new Onlooker(server.address())) {
      await(SOON, () -> server.viewers() == 2);
      AtomicInteger shown = new AtomicInteger();

      await(
          SOON,
          () -> {
            board.show(
                "{\"step\":\"%d\",\"long\":\"%s\"}"
                    .formatted(shown.incrementAndGet(), "x".repeat(500_000)));
            return server.viewers() == 1;
          });

      board.show("{\"step\":\"afterwards\"}");
      await(A_SECOND, () -> reads.saw("afterwards"));
    }
  }

  @Test
  void noMoreAreLetInThanTheServerCanServe() throws IOException {
    List<Onlooker> all = new ArrayList<>();
    try {
      for (int i = 0; i < Viewers.MOST; i++) {
        all.add(new Onlooker(server.address()));
      }
      await(SOON, () -> server.viewers() == Viewers.MOST);

      assertThatThrownBy(() -> new Onlooker(server.address())).hasMessageContaining("503");
    } finally {
      close(all);
    }
  }

  /** Each state is longer than all that may be left of them. */
  @Test
  void memoryStaysFlatHoweverManyStatesThereWere() throws IOException {
    int states = 20_000;
    try (Onlooker asleep = Onlooker.asleep(server.address());
        Onlooker reads = new Onlooker(server.address())) {
      await(SOON, () -> server.viewers() == 2);
      show(states / 10);
      long before = used();

      show(states);

      await(SOON, () -> reads.saw("\"" + (states - 1) + "\""));
      assertThat(used() - before).isLessThan(4 << 20);
    }
  }

  private static void close(List<Onlooker> all) throws IOException {
    for (Onlooker one : all) {
      one.close();
    }
  }

  private void show(int states) {
    String rest = "x".repeat(10_000);
    for (int i = 0; i < states; i++) {
      board.show("{\"step\":\"" + i + "\",\"rest\":\"" + rest + "\"}");
    }
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void await(Deadline deadline, Callable<Boolean> condition) {
    wait.until(deadline, Message.text("what was shown to be seen"), condition);
  }

  private static Deadline within(int seconds) {
    return new Deadline(
        Message.text(seconds + " s"), Duration.ofSeconds(seconds), Message.text("so soon"));
  }
}

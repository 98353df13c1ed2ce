package org.halab.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.halab.message.Message;

/**
 * The one place that waits: for a condition, until a deadline.
 *
 * <p>A look that throws counts as "not yet"; the last one is told if the deadline passes.
 */
public final class Wait {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private static volatile WaitListener listener = WaitListener.NOBODY;

  private final Supplier<?> whereToLook;
  private volatile Supplier<Optional<Message>> givenUp = Optional::empty;

  /**
   * @param whereToLook evaluated when a deadline passed: where the logs are, and what they say
   */
  public Wait(Supplier<?> whereToLook) {
    this.whereToLook = whereToLook;
  }

  /** Has every wait of this process told to one listener, in place of the one before. */
  public static void tell(WaitListener listener) {
    Wait.listener = listener;
  }

  /**
   * Does something whose waits end as soon as what they wait for turns out not to come.
   *
   * @param givenUp why that is so, looked at before each look; empty while there is hope
   */
  public void whileThereIsHope(Supplier<Optional<Message>> givenUp, Runnable work) {
    this.givenUp = givenUp;
    try {
      work.run();
    } finally {
      this.givenUp = Optional::empty;
    }
  }

  /**
   * Looks until what is seen is as expected.
   *
   * @param expectation completes the sentence "expected …"
   * @return what was seen, and how long it took from the call
   * @throws NotInTime if the deadline passed, or it was given up before
   */
  public <T> Observed<T> until(
      Deadline deadline, Message expectation, Callable<T> look, Predicate<T> asExpected) {
    return told(
        new Waiting(expectation, deadline, Instant.now()),
        () -> await(deadline, expectation, look, asExpected));
  }

  private static <T> T told(Waiting waiting, Supplier<T> wait) {
    WaitListener told = listener;
    told.begins(waiting);
    try {
      return wait.get();
    } finally {
      told.ends(waiting);
    }
  }

  private <T> Observed<T> await(
      Deadline deadline, Message expectation, Callable<T> look, Predicate<T> asExpected) {
    long start = System.nanoTime();
    AtomicReference<Object> lastSeen = new AtomicReference<>(Message.of("timing.nothingYet"));
    try {
      T value =
          Awaitility.with()
              .pollInSameThread()
              .pollDelay(Duration.ZERO)
              .pollInterval(BETWEEN_LOOKS)
              .atMost(deadline.limit())
              .failFast(() -> givenUp.get().isPresent())
              .until(
                  () -> {
                    try {
                      T seen = look.call();
                      lastSeen.set(seen);
                      return seen != null && asExpected.test(seen) ? seen : null;
                    } catch (Exception | AssertionError e) {
                      lastSeen.set(oneLine(e));
                      return null;
                    }
                  },
                  Objects::nonNull);
      return new Observed<>(value, since(start));
    } catch (ConditionTimeoutException e) {
      throw new NotInTime(
          Message.of("timing.late")
              .with("expectation", expectation)
              .with("deadline", deadline.told())
              .with("time", since(start))
              .with("seen", lastSeen.get())
              .with("where", whereToLook.get())
              .toString(),
          null);
    } catch (TerminalFailureException e) {
      throw new NotInTime(
          Message.of("timing.givenUp")
              .with("expectation", expectation)
              .with("deadline", deadline.told())
              .with("time", since(start))
              .with("reason", givenUp.get().map(Object.class::cast).orElse(""))
              .toString(),
          null);
    }
  }

  /** For conditions that have nothing to show but whether they hold. */
  public Duration until(Deadline deadline, Message expectation, Callable<Boolean> condition) {
    return until(deadline, expectation, condition, Boolean.TRUE::equals).after();
  }

  /** Lets a length of time pass that is itself the experiment: a fault that lasts so long. */
  public void out(Duration length) {
    Deadline end =
        new Deadline(Message.of("timing.length"), length, Message.of("timing.length.why"));
    told(new Waiting(Message.of("timing.pass"), end, Instant.now()), () -> pass(length));
  }

  private static Duration pass(Duration length) {
    long start = System.nanoTime();
    Awaitility.with()
        .pollInSameThread()
        .pollDelay(length)
        .pollInterval(Duration.ofMillis(1))
        .atMost(length.plusSeconds(1))
        .until(() -> since(start).compareTo(length) >= 0);
    return length;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String oneLine(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.strip().replaceAll("\\s*\\R\\s*", " / ");
  }
}

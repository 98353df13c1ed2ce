package org.halab.page;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.halab.message.Message;

/** Where a walk stops for a person, who may be at the terminal or have the page open. */
public final class Pace {
  private static final Pace OF_THIS_RUN = new Pace();

  private final AtomicReference<Halt> halt = new AtomicReference<>();
  private volatile String step = "";
  private volatile String does = "";
  private long stops;

  /**
   * A stop that lasts.
   *
   * @param number no other has, so that nobody goes on from a stop that he does not see
   * @param step that comes next; empty at the end of a scenario
   * @param does what it will do; may be empty
   * @param enter what going on means
   */
  record Stop(long number, String step, String does, String enter) {}

  private record Halt(Stop stop, Runnable goOn) {}

  public Pace() {}

  public static Pace ofThisRun() {
    return OF_THIS_RUN;
  }

  /** What comes after the next stop; empty words where no step does. */
  public void comes(String nextStep, String whatItDoes) {
    step = nextStep;
    does = whatItDoes;
  }

  /**
   * The walk stops.
   *
   * @param goOn is done at the most once, by whoever goes on at the page
   */
  public synchronized void stops(Message enter, Runnable goOn) {
    halt.set(new Halt(new Stop(++stops, step, does, enter.toString()), goOn));
  }

  /** The walk goes on, whoever wanted it. */
  public void goesOn() {
    halt.set(null);
  }

  Optional<Stop> stop() {
    return Optional.ofNullable(halt.get()).map(Halt::stop);
  }

  /** Goes on from a stop; false if the walk does not stop there, or not any more. */
  public boolean goOnFrom(long number) {
    Halt now = halt.get();
    if (now == null || now.stop().number() != number || !halt.compareAndSet(now, null)) {
      return false;
    }
    now.goOn().run();
    return true;
  }
}

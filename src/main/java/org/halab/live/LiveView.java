package org.halab.live;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestRunStarted;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.halab.timing.DaemonThreads;
import org.halab.timing.Wait;
import org.halab.timing.WaitListener;

/**
 * While the features run, keeps lines at the bottom of the terminal that say what each is at: its
 * scenario and step, what it waits for, for how long and how long it may still take, and who leads.
 * Without a terminal, and where none is wanted, it does nothing.
 */
public final class LiveView implements ConcurrentEventListener {
  private static final int PERIOD_MILLIS = 500;

  private final Activities activities = Activities.ofThisRun();
  private Optional<Terminal> terminal = Optional.empty();
  private StatusArea area;
  private LeaderLooks looks;
  private ScheduledExecutorService clock;

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    new ActivityListener(activities).setEventPublisher(publisher);
    publisher.registerHandlerFor(TestRunStarted.class, event -> open());
    publisher.registerHandlerFor(TestRunFinished.class, event -> close());
  }

  private synchronized void open() {
    terminal = Terminal.wanted();
    if (terminal.isEmpty()) {
      return;
    }
    Wait.tell(activities);
    area = new StatusArea();
    looks = new LeaderLooks(activities);
    clock = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("live view"));
    clock.scheduleWithFixedDelay(this::show, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    // On Ctrl-C too the terminal gets its rows back.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "closes the live view"));
  }

  private synchronized void show() {
    terminal.ifPresent(
        one ->
            one.size()
                .ifPresent(
                    size -> one.write(area.shown(activities.glimpses(), size, Instant.now()))));
  }

  private synchronized void close() {
    terminal.ifPresent(
        one -> {
          clock.shutdownNow();
          looks.close();
          Wait.tell(WaitListener.NOBODY);
          one.write(area.released());
          one.close();
        });
    terminal = Optional.empty();
  }
}

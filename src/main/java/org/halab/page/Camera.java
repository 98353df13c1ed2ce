package org.halab.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.halab.timing.DaemonThreads;

/** Takes the state several times a second and puts it on the board, while somebody looks at it. */
final class Camera implements AutoCloseable {
  static final Duration PERIOD = Duration.ofMillis(250);

  private final ObjectMapper json = new ObjectMapper();
  private final Supplier<PageState> source;
  private final BooleanSupplier watched;
  private final Runnable rest;
  private final Board board;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("page camera"));

  /**
   * @param watched whether anybody looks
   * @param rest done while nobody does
   */
  Camera(Supplier<PageState> source, BooleanSupplier watched, Runnable rest, Board board) {
    this.source = source;
    this.watched = watched;
    this.rest = rest;
    this.board = board;
    clock.scheduleWithFixedDelay(
        this::take, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void take() {
    try {
      if (watched.getAsBoolean()) {
        board.show(json.writeValueAsString(source.get()));
      } else {
        rest.run();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      // A part that goes away while it is looked at; the next picture is without it.
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

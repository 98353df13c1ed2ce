package org.halab.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.halab.timing.DaemonThreads;

/**
 * Everybody who has the page open. Each is sent the state as it is when the last one has gone out
 * to him: nothing is kept for whoever is slow, and who takes nothing at all is let go.
 */
final class Viewers implements AutoCloseable {
  /** As many as a class may open by mistake; each costs a thread. */
  static final int MOST = 40;

  static final int OK = 200;
  static final int TOO_MANY = 503;

  /** So that the server notices who has gone, and a browser that the server is still there. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  private final Board board;
  private final Duration patience;
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("page viewers"));

  Viewers(Board board, Duration patience) {
    this.board = board;
    this.patience = patience;
    clock.scheduleWithFixedDelay(this::letGo, 1, 1, TimeUnit.SECONDS);
  }

  int count() {
    return viewers.size();
  }

  /** Sends states until the viewer has gone. */
  void stream(HttpExchange exchange) throws IOException {
    Viewer viewer = new Viewer(Thread.currentThread());
    viewers.add(viewer);
    try {
      if (viewers.size() > MOST) {
        exchange.sendResponseHeaders(TOO_MANY, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(OK, 0);
      send(viewer, exchange.getResponseBody());
    } catch (InterruptedException e) {
      // The page is closed, or the viewer took nothing; the thread may serve others.
    } finally {
      viewers.remove(viewer);
      exchange.close();
    }
  }

  private void send(Viewer viewer, OutputStream body) throws IOException, InterruptedException {
    long seen = -1;
    while (true) {
      Optional<Board.Shown> next = board.after(seen, SIGN_OF_LIFE);
      viewer.write(body, next.map(Viewers::event).orElse(": still here\n\n"));
      seen = next.map(Board.Shown::version).orElse(seen);
    }
  }

  /** With the time of this machine: a browser elsewhere, or its clock, may be off. */
  private static String event(Board.Shown shown) {
    return "id: %d\ndata: {\"now\":%d,\"state\":%s}\n\n"
        .formatted(shown.version(), Instant.now().toEpochMilli(), shown.state());
  }

  private void letGo() {
    viewers.stream().filter(viewer -> viewer.stuck(patience)).forEach(Viewer::interrupt);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    viewers.forEach(Viewer::interrupt);
  }

  private static final class Viewer {
    private final Thread thread;
    private volatile long writesSince;
    private volatile boolean writes;

    Viewer(Thread thread) {
      this.thread = thread;
    }

    void write(OutputStream body, String text) throws IOException {
      writesSince = System.nanoTime();
      writes = true;
      try {
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.flush();
      } finally {
        writes = false;
      }
    }

    boolean stuck(Duration patience) {
      return writes && System.nanoTime() - writesSince > patience.toNanos();
    }

    /** A write that hangs ends with it, and its connection. */
    void interrupt() {
      thread.interrupt();
    }
  }
}

package org.halab.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.halab.timing.DaemonThreads;

/** Serves the page on this machine's own address, to who has been told where. */
final class PageServer implements AutoCloseable {
  static final int DONE = 204;
  static final int CONFLICT = 409;

  private static final int NOT_ALLOWED = 405;
  private static final int LONGEST_NUMBER = 20;
  private static final int MOST_THREADS = Viewers.MOST + 16;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Nothing from elsewhere, nothing that stands in the page itself, and in no other's frame. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
              + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final Pace pace;
  private final Viewers viewers;
  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Admission admission;
  private final Map<String, PageFile> files = PageFile.all();

  PageServer(Board board, Pace pace) {
    this(board, pace, PATIENCE);
  }

  /**
   * @param patience with a viewer who takes nothing
   */
  PageServer(Board board, Pace pace, Duration patience) {
    this.pace = pace;
    this.viewers = new Viewers(board, patience);
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            DaemonThreads.named("page"));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    admission = new Admission(server.getAddress().getPort());
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + admission.root());
  }

  /** How many have the page open. */
  int viewers() {
    return viewers.count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    HEADERS.forEach(exchange.getResponseHeaders()::set);
    Headers asked = exchange.getRequestHeaders();
    String path = exchange.getRequestURI().getPath();
    boolean changes = !exchange.getRequestMethod().equals("GET");
    int refusal = admission.of(path, asked.getFirst("Host"), asked.getFirst("Origin"), changes);
    if (refusal != Admission.ADMITTED) {
      end(exchange, refusal);
      return;
    }
    String name = path.substring(admission.root().length());
    if (name.equals("next")) {
      end(exchange, exchange.getRequestMethod().equals("POST") ? goOn(exchange) : NOT_ALLOWED);
    } else if (changes) {
      end(exchange, NOT_ALLOWED);
    } else if (name.equals("events")) {
      viewers.stream(exchange);
    } else if (files.containsKey(name)) {
      send(exchange, files.get(name));
    } else {
      end(exchange, Admission.NOT_FOUND);
    }
  }

  private int goOn(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_NUMBER);
    try {
      return pace.goOnFrom(Long.parseLong(new String(body, StandardCharsets.US_ASCII)))
          ? DONE
          : CONFLICT;
    } catch (NumberFormatException e) {
      return CONFLICT;
    }
  }

  private static void send(HttpExchange exchange, PageFile file) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", file.type());
      byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(Viewers.OK, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void end(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    viewers.close();
    server.stop(0);
    threads.shutdownNow();
  }
}

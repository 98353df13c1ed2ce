package org.halab.observe;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Pages that are asked for again and again. It asks for the address again only when nothing
 * answered there, and goes to the new one at once.
 *
 * <p>It blocks whoever asks, and has no threads of its own: at thirty looks a second for each
 * cluster, those of {@link HttpClient} were a seventh of this program's processor time.
 */
final class PlainHttp {
  private static final int OK = 200;

  /** In bytes; HAProxy's statistics have some ten thousand. Who answers may be a stranger's. */
  private static final int LONGEST_ANSWER = 4 << 20;

  private final Supplier<InetSocketAddress> address;
  private final int timeoutMillis;
  private volatile InetSocketAddress known;

  /** What was answered. */
  record Answer(int status, String body) {
    boolean ok() {
      return status == OK;
    }
  }

  /**
   * @param timeout for the connection, and again for each part of the answer
   */
  PlainHttp(Supplier<InetSocketAddress> address, Duration timeout) {
    this.address = address;
    this.timeoutMillis = (int) timeout.toMillis();
  }

  /** For those who ask many times a second: it gives up after a second. */
  static PlainHttp quick(Supplier<InetSocketAddress> address) {
    return new PlainHttp(address, Duration.ofSeconds(1));
  }

  /**
   * What is answered, whatever its status.
   *
   * @throws IOException if nothing answers in time
   */
  Answer get(String path) throws IOException {
    return answer(path, null);
  }

  /**
   * What is answered to a question in the body.
   *
   * @throws IOException if nothing answers in time, or with another status than 200
   */
  String post(String path, String question) throws IOException {
    Answer answer = answer(path, question);
    if (!answer.ok()) {
      throw new IOException("HTTP " + answer.status() + " " + answer.body().strip());
    }
    return answer.body();
  }

  /**
   * What is answered to a change, by a client for each: the blocking one does not know the method.
   *
   * @throws IOException if nothing answers in time
   */
  Answer patch(String path, String change) throws IOException {
    return send("PATCH", path, change);
  }

  /**
   * What is answered to an order, by a client for each: the blocking one may give it twice.
   *
   * @throws IOException if nothing answers in time
   */
  Answer order(String path, String order) throws IOException {
    return send("POST", path, order);
  }

  private Answer send(String method, String path, String body) throws IOException {
    InetSocketAddress at = address.get();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://%s:%d%s".formatted(at.getHostString(), at.getPort(), path)))
            .timeout(Duration.ofMillis(timeoutMillis))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted at " + method + " " + path, e);
    }
  }

  private Answer answer(String path, String question) throws IOException {
    InetSocketAddress last = known;
    if (last != null) {
      try {
        return ask(last, path, question);
      } catch (IOException e) {
        known = null;
        if (address.get().equals(last)) {
          throw e;
        }
      }
    }
    InetSocketAddress now = address.get();
    Answer answer = ask(now, path, question);
    known = now;
    return answer;
  }

  private Answer ask(InetSocketAddress at, String path, String question) throws IOException {
    URL url = new URL("http", at.getHostString(), at.getPort(), path);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(timeoutMillis);
    connection.setReadTimeout(timeoutMillis);
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    if (question != null) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    try (InputStream body =
        status < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      return new Answer(
          status,
          body == null ? "" : new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
    }
  }
}

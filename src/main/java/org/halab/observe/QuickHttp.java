package org.halab.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Pages that are asked for many times a second: it gives up after a second, and asks for the
 * address again only when nothing answered there.
 */
final class QuickHttp {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final int OK = 200;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  private final Supplier<InetSocketAddress> address;
  private volatile InetSocketAddress known;

  QuickHttp(Supplier<InetSocketAddress> address) {
    this.address = address;
  }

  /**
   * What is answered, whatever its status.
   *
   * @throws IOException if nothing answers in time
   */
  String get(String path) throws IOException {
    return answer(path, HttpRequest.newBuilder()).body();
  }

  /**
   * What is answered to a question in the body.
   *
   * @throws IOException if nothing answers in time, or with another status than 200
   */
  String post(String path, String question) throws IOException {
    HttpResponse<String> answer =
        answer(path, HttpRequest.newBuilder().POST(BodyPublishers.ofString(question)));
    if (answer.statusCode() != OK) {
      throw new IOException("HTTP " + answer.statusCode() + " " + answer.body().strip());
    }
    return answer.body();
  }

  private HttpResponse<String> answer(String path, HttpRequest.Builder request) throws IOException {
    InetSocketAddress at = known == null ? address.get() : known;
    known = at;
    request
        .uri(URI.create("http://%s:%d%s".formatted(at.getHostString(), at.getPort(), path)))
        .timeout(TIMEOUT);
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      known = null;
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking for " + path, e);
    }
  }
}

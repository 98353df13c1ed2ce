package org.halab.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Pages that are asked for many times a second: it gives up after a second, and asks for the
 * address again only when nothing answered there.
 */
final class QuickGet {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  private final Supplier<InetSocketAddress> address;
  private volatile InetSocketAddress known;

  QuickGet(Supplier<InetSocketAddress> address) {
    this.address = address;
  }

  /**
   * @throws IOException if nothing answers in time
   */
  String body(String path) throws IOException {
    InetSocketAddress at = known == null ? address.get() : known;
    known = at;
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://%s:%d%s".formatted(at.getHostString(), at.getPort(), path)))
            .timeout(TIMEOUT)
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      known = null;
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking for " + path, e);
    }
  }
}

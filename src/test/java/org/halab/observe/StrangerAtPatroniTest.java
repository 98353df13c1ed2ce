package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Patroni answers a change with 200 if it carries it out, with 401 if it wants a password. */
class StrangerAtPatroniTest {
  @Test
  void whoeverIsAnsweredWith200IsObeyed() throws IOException {
    assertThat(obeyed(200)).isTrue();
  }

  @Test
  void whoeverIsAskedForAPasswordIsNot() throws IOException {
    assertThat(obeyed(401)).isFalse();
  }

  @Test
  void nobodyObeysWhereNothingAnswers() throws IOException {
    HttpServer server = server();
    InetSocketAddress address = server.getAddress();
    server.stop(0);

    assertThat(new PatroniRest(() -> address).obeysAnybody()).isFalse();
  }

  private static boolean obeyed(int status) throws IOException {
    AtomicReference<String> asked = new AtomicReference<>("");
    HttpServer server = server();
    server.createContext(
        "/config",
        exchange -> {
          String change =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.set(exchange.getRequestMethod() + " " + change);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      boolean obeyed = new PatroniRest(server::getAddress).obeysAnybody();
      assertThat(asked.get()).startsWith("PATCH {").contains(": null}");
      return obeyed;
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }
}

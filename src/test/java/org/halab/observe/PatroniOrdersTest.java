package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An order to Patroni is given once, whatever comes of it. */
class PatroniOrdersTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void ordersAreWhatPatroniTakes() throws IOException {
    order(200, patroni -> patroni.switchover("postgresql0", "postgresql1"));
    order(200, PatroniRest::restart);
    order(202, PatroniRest::reinitialize);

    assertThat(asked).hasSize(3);
    assertThat(asked.get(0))
        .startsWith("POST /switchover {")
        .contains("\"leader\"", "\"postgresql0\"", "\"candidate\"", "\"postgresql1\"");
    assertThat(asked.get(1)).startsWith("POST /restart {").doesNotContain("\"");
    assertThat(asked.get(2)).startsWith("POST /reinitialize {").contains("\"force\"", "true");
  }

  @Test
  void whatPatroniRefusesIsTold() {
    assertThatIllegalStateException()
        .isThrownBy(() -> order(412, PatroniRest::restart))
        .withMessage("Patroni refused (HTTP 412): it says why");
  }

  private void order(int status, Consumer<PatroniRest> order) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          byte[] answer = "it says why".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      order.accept(new PatroniRest(server::getAddress));
    } finally {
      server.stop(0);
    }
  }
}

package org.halab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.halab.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageServerTest {
  private final Pace pace = new Pace();
  private final PageServer server = new PageServer(new Board(), pace);
  private final int port = server.address().getPort();
  private final String root = server.address().getPath();
  private final String host = "Host: 127.0.0.1:" + port;
  private final String origin = "Origin: http://127.0.0.1:" + port;
  private final AtomicInteger wentOn = new AtomicInteger();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theAddressCannotBeGuessed() {
    try (PageServer other = new PageServer(new Board(), pace)) {
      assertThat(root).matches("/[\\w-]{32}/").isNotEqualTo(other.address().getPath());
    }
  }

  @Test
  void whoDoesNotKnowTheTokenFindsNothing() throws IOException {
    for (String path :
        List.of("/", "/events", "/page.js", "/x/", root.replaceAll(".$", ""), root + "x")) {
      assertThat(Asked.of(port, "GET " + path, host).status()).as(path).isEqualTo(404);
    }
    String wrong = "/" + "A".repeat(root.length() - 2) + "/";
    assertThat(Asked.of(port, "GET " + wrong, host).status()).isEqualTo(404);
    assertThat(Asked.with("1", port, "POST " + wrong + "next", host, origin).status())
        .isEqualTo(404);
  }

  @Test
  void whoKnowsItIsServed() throws IOException {
    for (String name : List.of("", "page.js", "page.css", "cluster.js", "chart.js", "svg.js")) {
      assertThat(Asked.of(port, "GET " + root + name, host).status()).as(name).isEqualTo(200);
    }
    assertThat(Asked.of(port, "GET " + root, "Host: localhost:" + port).status()).isEqualTo(200);
  }

  @Test
  void anotherNameOfThisMachineIsRefused() throws IOException {
    for (String name : List.of("evil.example:" + port, "evil.example", "127.0.0.1", "")) {
      assertThat(Asked.of(port, "GET " + root, "Host: " + name).status()).as(name).isEqualTo(403);
    }
  }

  @Test
  void thePageOfAnotherOriginIsRefused() throws IOException {
    pace.stops(Message.text("carry it out"), wentOn::incrementAndGet);

    for (String name : List.of("http://evil.example", "null", "https://127.0.0.1:" + port)) {
      String foreign = "Origin: " + name;
      assertThat(Asked.of(port, "GET " + root, host, foreign).status()).isEqualTo(403);
      assertThat(Asked.with("1", port, "POST " + root + "next", host, foreign).status())
          .isEqualTo(403);
    }
    assertThat(Asked.with("1", port, "POST " + root + "next", host).status()).isEqualTo(403);
    assertThat(wentOn).hasValue(0);
  }

  @Test
  void nothingIsChangedByAGet() throws IOException {
    pace.stops(Message.text("carry it out"), wentOn::incrementAndGet);

    assertThat(Asked.with("1", port, "GET " + root + "next", host, origin).status()).isEqualTo(405);
    assertThat(Asked.with("1", port, "PUT " + root + "next", host, origin).status()).isEqualTo(405);
    assertThat(Asked.with("1", port, "POST " + root, host, origin).status()).isEqualTo(405);
    assertThat(wentOn).hasValue(0);
    assertThat(pace.stop()).isPresent();
  }

  @Test
  void aStopIsLeftOnce() throws IOException {
    pace.stops(Message.text("carry it out"), wentOn::incrementAndGet);

    assertThat(post("2")).isEqualTo(409);
    assertThat(post("one")).isEqualTo(409);
    assertThat(post("1")).isEqualTo(204);
    assertThat(post("1")).isEqualTo(409);
    assertThat(wentOn).hasValue(1);
  }

  @Test
  void everyAnswerAllowsNothingFromElsewhere() throws IOException {
    for (String path : List.of(root, root + "page.js", root + "nothing", "/")) {
      assertThat(Asked.of(port, "GET " + path, host).answer())
          .contains("default-src 'none'", "frame-ancestors 'none'", "nosniff", "no-store");
    }
  }

  @Test
  void thePageHasNoScriptOrStyleOfItsOwn() throws IOException {
    assertThat(Asked.of(port, "GET " + root, host).answer())
        .contains("data-words=\"{&quot;")
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern("<style|\\sstyle=|\\son\\w+=|https?://");
  }

  @Test
  void noScriptMakesMarkupOfWhatIsShown() throws IOException {
    for (String name : List.of("page.js", "cluster.js", "chart.js", "svg.js")) {
      assertThat(Asked.of(port, "GET " + root + name, host).answer())
          .doesNotContain(
              "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }
  }

  @Test
  void onlyThisMachineIsListenedTo() throws IOException {
    for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address :
          each.inetAddresses().filter(one -> !one.isLoopbackAddress()).toList()) {
        assertThatThrownBy(
                () -> {
                  try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address, port), 1000);
                  }
                })
            // Refused, or without a way there: another's network may have gone meanwhile.
            .as(address.toString())
            .isInstanceOf(IOException.class);
      }
    }
  }

  private int post(String number) throws IOException {
    return Asked.with(number, port, "POST " + root + "next", host, origin).status();
  }
}

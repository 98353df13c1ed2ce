package org.halab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.halab.domain.LabException;
import org.halab.timing.DaemonThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the far end in a process of this machine, in place of a container of another. */
@Timeout(60)
class RelayTest {
  private static final List<String> FAR_END = List.of("perl", "-e", Relay.farEnd());
  private static final int MUCH = 3 << 20;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("far side of a test"));
  private final List<Relay> relays = new ArrayList<>();
  private ServerSocket far;

  @BeforeEach
  void listen() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "there is no Perl here");
    far = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void end() throws IOException {
    relays.forEach(Relay::close);
    if (far != null) {
      far.close();
    }
    threads.shutdownNow();
  }

  private Relay relay() {
    return relay(FAR_END);
  }

  private Relay relay(List<String> farEnd) {
    Relay relay = new Relay("tcp://other:2376", farEnd, Map.of());
    relays.add(relay);
    return relay;
  }

  private static Socket connected(Relay relay, int port) throws IOException {
    InetSocketAddress at = relay.to(port);
    return new Socket(at.getHostString(), at.getPort());
  }

  /** Sends back what it hears, until there is no more. */
  private void echo() {
    threads.execute(
        () -> {
          while (!far.isClosed()) {
            try {
              Socket one = far.accept();
              threads.execute(() -> echo(one));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  private static void echo(Socket one) {
    try (one) {
      one.getInputStream().transferTo(one.getOutputStream());
    } catch (IOException e) {
      // The other side is gone.
    }
  }

  @Test
  void whatIsSaidArrivesAndSoDoesTheAnswerToItsEnd() throws IOException {
    echo();
    byte[] much = new byte[MUCH];
    new Random(1).nextBytes(much);
    try (Socket socket = connected(relay(), far.getLocalPort())) {
      CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> all(socket), threads);
      socket.getOutputStream().write(much);
      socket.shutdownOutput();

      assertThat(Arrays.equals(answer.join(), much)).isTrue();
    }
  }

  private static byte[] all(Socket socket) {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void manyConnectionsShareTheWay() throws IOException {
    echo();
    Relay relay = relay();
    List<Socket> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(connected(relay, far.getLocalPort()));
    }
    for (int i = 0; i < all.size(); i++) {
      say(all.get(i), "client " + i);
    }
    for (int i = 0; i < all.size(); i++) {
      assertThat(heard(all.get(i), ("client " + i).length())).isEqualTo("client " + i);
      all.get(i).close();
    }
  }

  @Test
  void whoDoesNotListenHoldsUpNobody() throws IOException {
    echo();
    Relay relay = relay();
    try (Socket deaf = connected(relay, far.getLocalPort());
        Socket other = connected(relay, far.getLocalPort())) {
      // More than the buffers of all sockets on the way take, and less than breaks it off.
      CompletableFuture.runAsync(() -> sayMuch(deaf), threads).join();
      say(other, "still there");

      assertThat(heard(other, 11)).isEqualTo("still there");
    }
  }

  private static void sayMuch(Socket socket) {
    try {
      socket.getOutputStream().write(new byte[MUCH]);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nobodyListensThereAndTheConnectionIsBrokenOff() throws IOException {
    int port = far.getLocalPort();
    far.close();
    try (Socket socket = connected(relay(), port)) {
      assertThatThrownBy(() -> heard(socket, 1)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void whatIsBrokenOffThereIsBrokenOffHere() throws IOException {
    try (Socket socket = connected(relay(), far.getLocalPort());
        Socket there = far.accept()) {
      there.setSoLinger(true, 0);
      there.close();

      assertThatThrownBy(() -> heard(socket, 1)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void whatEndsInOrderThereEndsInOrderHere() throws IOException {
    try (Socket socket = connected(relay(), far.getLocalPort());
        Socket there = far.accept()) {
      say(there, "bye");
      there.close();

      assertThat(all(socket)).asString().isEqualTo("bye");
    }
  }

  @Test
  void aPortHasOneAddressAndTheWayThereIsKnown() {
    Relay relay = relay();

    assertThat(relay.to(5432)).isEqualTo(relay.to(5432)).isNotEqualTo(relay.to(5433));
    assertThat(relay.wayThere()).isPositive().isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void whyThereIsNoneIsSaid() {
    assertThatThrownBy(
            () ->
                new Relay(
                    "tcp://other:2376",
                    List.of("sh", "-c", "echo no such network >&2; exit 1"),
                    Map.of()))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("tcp://other:2376")
        .hasMessageContaining("no such network");
  }

  /** The far end of this one ends at a word that a connection brings. */
  @Test
  void whenTheWayEndsSoDoConnectionsAndItIsSaid() throws IOException {
    String mortal = Relay.farEnd().replace("sub take {", "sub take { exit 0 if $_[2] eq 'end';");
    Relay relay = relay(List.of("perl", "-e", mortal));
    try (Socket socket = connected(relay, far.getLocalPort())) {
      say(socket, "end");

      assertThatThrownBy(() -> heard(socket, 1)).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> relay.to(5432)).hasMessageContaining("tcp://other:2376");
    }
  }

  private static void say(Socket socket, String words) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(words.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String heard(Socket socket, int length) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}

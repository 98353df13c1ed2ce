package org.halab.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.halab.timing.DaemonThreads;

/** Somebody who has the page open; keeps the last states that he was sent. */
final class Onlooker implements AutoCloseable {
  private static final int MOST = 100;
  private static final int LITTLE = 1024;

  private final Socket socket;
  private final BufferedReader answer;
  private final BlockingQueue<String> states = new LinkedBlockingQueue<>();

  private Onlooker(Socket socket) throws IOException {
    this.socket = socket;
    this.answer =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** One who reads whatever comes. */
  Onlooker(URI page) throws IOException {
    this(asks(page, new Socket()));
    String status = answer.readLine();
    if (!status.contains(" 200 ")) {
      close();
      throw new IOException(status);
    }
    DaemonThreads.named("onlooker").newThread(this::read).start();
  }

  /** One who opens the page and then takes nothing of what comes. */
  static Onlooker asleep(URI page) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(LITTLE);
    return new Onlooker(asks(page, socket));
  }

  private static Socket asks(URI page, Socket socket) throws IOException {
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), page.getPort()));
    String request =
        "GET %sevents HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
            .formatted(page.getPath(), page.getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void read() {
    try {
      for (String line = answer.readLine(); line != null; line = answer.readLine()) {
        if (line.startsWith("data: ")) {
          states.add(line);
          while (states.size() > MOST) {
            states.poll();
          }
        }
      }
    } catch (IOException e) {
      // let go, or gone
    }
  }

  /** Where a state begins; a long one comes in several pieces. */
  boolean saw(String text) {
    return states.stream().anyMatch(one -> one.contains(text));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

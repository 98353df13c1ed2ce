package org.halab.page;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A request with the very headers that a test wants, and what was answered: no HTTP client lets its
 * user lie about the host.
 */
record Asked(int status, String answer) {
  static Asked of(int port, String line, String... headers) throws IOException {
    return with("", port, line, headers);
  }

  static Asked with(String body, int port, String line, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String request =
          line
              + " HTTP/1.1\r\n"
              + String.join("\r\n", headers)
              + "\r\nContent-Length: "
              + body.length()
              + "\r\nConnection: close\r\n\r\n"
              + body;
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Asked(Integer.parseInt(answer.split(" ")[1]), answer);
    }
  }
}

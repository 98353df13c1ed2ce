package org.halab.fault;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.halab.deploy.Project;
import org.halab.engine.CommandResult;
import org.halab.engine.ServiceContainer;

/**
 * A connection as one part makes it to another, or a client to a part.
 *
 * @param server who answers
 * @param caller who connects; empty for clients, which are outside of all containers
 */
record Call(
    ServiceContainer server, int port, Question question, Optional<ServiceContainer> caller) {
  /** What is answered at once, by whoever listens there. */
  enum Question {
    POSTGRES("\\x00\\x00\\x00\\x08\\x04\\xd2\\x16\\x2f"),
    HTTP("GET / HTTP/1.0\\r\\n\\r\\n"),
    ZOOKEEPER("srvr");

    private final String printed;

    /**
     * @param printed as {@code printf} takes it
     */
    Question(String printed) {
      this.printed = printed;
    }

    byte[] bytes() {
      String plain = printed.replace("\\r", "\r").replace("\\n", "\n");
      StringBuilder bytes = new StringBuilder();
      for (int i = 0; i < plain.length(); i++) {
        boolean escaped = plain.startsWith("\\x", i);
        bytes.append(
            escaped ? (char) Integer.parseInt(plain.substring(i + 2, i + 4), 16) : plain.charAt(i));
        i += escaped ? 3 : 0;
      }
      return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** What clients do. */
  static Call to(Site.Peer server, Question question) {
    return new Call(server.container(), server.port(), question, Optional.empty());
  }

  /** The same, made by a part. */
  Call from(ServiceContainer part) {
    return new Call(server, port, question, Optional.of(part));
  }

  /** From where it comes, as the server sees it. */
  List<String> callersAddresses() {
    return caller
        .map(one -> one.details().addresses())
        .orElseGet(() -> server.details().gateways());
  }

  /**
   * How long an answer to the question takes over a new connection, once that is made.
   *
   * @param limit after which neither the connection nor the answer is waited for any longer
   * @return empty if there is none
   */
  Optional<Duration> answered(Project project, Duration limit) {
    return caller.isPresent() ? asked(caller.get(), limit) : askedFromHere(project, limit);
  }

  private Optional<Duration> asked(ServiceContainer from, Duration limit) {
    CommandResult result =
        from.exec(
            "timeout",
            String.valueOf(2 * limit.toSeconds()),
            "bash",
            "-c",
            ("exec 3<>/dev/tcp/%s/%d; begin=${EPOCHREALTIME/[.,]/}; printf '%s' >&3;"
                    + " IFS= read -r -N 1 -t %d -u 3 && echo $((${EPOCHREALTIME/[.,]/} - begin))")
                .formatted(server.service(), port, question.printed, limit.toSeconds()));
    return result.succeeded()
        ? Optional.of(Duration.ofNanos(1000 * Long.parseLong(result.output().strip())))
        : Optional.empty();
  }

  private Optional<Duration> askedFromHere(Project project, Duration limit) {
    InetSocketAddress address = project.address(server.service(), port);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHostString(), address.getPort()),
          (int) limit.toMillis());
      socket.setSoTimeout((int) limit.toMillis());
      long begin = System.nanoTime();
      socket.getOutputStream().write(question.bytes());
      return socket.getInputStream().read() < 0
          ? Optional.empty()
          : Optional.of(Duration.ofNanos(System.nanoTime() - begin));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

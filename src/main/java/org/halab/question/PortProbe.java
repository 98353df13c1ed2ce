package org.halab.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.halab.cluster.Cluster;
import org.halab.domain.Node;
import org.halab.domain.Table;
import org.halab.engine.ContainerDetails;
import org.halab.message.Message;
import org.halab.observe.PatroniRest;
import org.halab.observe.Sql;
import org.halab.observe.TcpPort;
import org.halab.stack.ComposeModel;
import org.halab.stack.PatroniSettings;
import org.halab.timing.Deadline;

/** Tries nodes' ports from where a client could be, and asks Compose and Docker about them. */
public final class PortProbe {
  private static final String HOST = "127.0.0.1";
  private static final List<String> COLUMNS =
      List.of(
          "node",
          "port",
          "directive",
          "exposed",
          "published",
          "answers in the network",
          "answers at " + HOST);

  /** Says the same words to whoever connects: they tell it from any other listener. */
  private static final String GREETER =
      """
      import socketserver, sys
      class Greeter(socketserver.BaseRequestHandler):
          def handle(self):
              self.request.sendall(sys.argv[2].encode())
      socketserver.ThreadingTCPServer(("", int(sys.argv[1])), Greeter).serve_forever()
      """;

  private final Cluster cluster;

  public PortProbe(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * What the Compose file says of these ports, what Docker reports and what connections find: a row
   * for each port of each node.
   */
  public Table probe(List<Node> nodes, List<Integer> ports) {
    ComposeModel printed = cluster.project().printed();
    List<List<String>> rows = new ArrayList<>();
    for (Node node : nodes) {
      for (int port : ports) {
        rows.add(row(printed, node, port));
      }
    }
    return new Table(COLUMNS, rows);
  }

  private List<String> row(ComposeModel printed, Node node, int port) {
    ContainerDetails container = cluster.access(node).details();
    boolean published = container.publishedPorts().containsKey(port);
    return List.of(
        node.service(),
        String.valueOf(port),
        directive(printed, node, port),
        yes(container.exposedPorts().contains(port)),
        yes(published),
        yes(answersInNetwork(node, port)),
        yes(answersOnHost(node, port, published)));
  }

  private static String directive(ComposeModel printed, Node node, int port) {
    List<String> directives = printed.directives(node.service(), port);
    return directives.isEmpty() ? "neither" : String.join(" and ", directives);
  }

  /** From another container of the project, by the node's name. */
  private boolean answersInNetwork(Node node, int port) {
    return cluster
        .access(cluster.except(node).get(0))
        .exec("nc", "-z", "-w", "2", node.service(), String.valueOf(port))
        .succeeded();
  }

  /**
   * Where Docker published the port, and at the same number, where it would be if it came to the
   * host in another way.
   */
  private boolean answersOnHost(Node node, int port, boolean published) {
    Stream<InetSocketAddress> sameNumber = Stream.of(cluster.project().engine().reach(port));
    Stream<InetSocketAddress> bound =
        published ? Stream.of(cluster.access(node).address(port)) : Stream.empty();
    JsonNode status = cluster.patroni(node).status();
    return Stream.concat(bound, sameNumber)
        .anyMatch(address -> isNode(status, node, port, address));
  }

  /**
   * Whether the node's own service answers there, by what only it would say. An open port is not
   * enough: Docker's proxy takes connections for a silent container, and others may listen there.
   */
  private boolean isNode(JsonNode status, Node node, int port, InetSocketAddress address) {
    try {
      PatroniSettings settings = cluster.project().stack().settings(node);
      if (port == settings.restPort()) {
        return identity(new PatroniRest(() -> address).status()).equals(identity(status));
      }
      if (port == settings.postgresPort()) {
        return new Sql(() -> address, settings.superuser())
            .query("SELECT system_identifier FROM pg_control_system()")
            .value()
            .equals(systemIdentifier(status));
      }
      return TcpPort.says(address, greeting(node, port));
    } catch (SQLException | RuntimeException e) {
      return false;
    }
  }

  private static String identity(JsonNode status) {
    return status.path("patroni").path("name").asText() + " of " + systemIdentifier(status);
  }

  /** PostgreSQL draws it when a cluster's data is made. */
  private static String systemIdentifier(JsonNode status) {
    return status.path("database_system_identifier").asText("unknown");
  }

  /** Has a node listen on a port until its container ends, and waits until it does. */
  public void listen(Node node, int port) {
    String number = String.valueOf(port);
    String greeting = greeting(node, port);
    cluster
        .access(node)
        .output(
            "sh",
            "-c",
            "nohup python3 -c \"$0\" \"$@\" >/dev/null 2>&1 &",
            GREETER,
            number,
            greeting);
    cluster
        .waits()
        .until(
            new Deadline(
                Message.of("question.deadline"),
                Duration.ofSeconds(15),
                Message.of("question.deadline.why")),
            Message.of("question.wait.port").with("port", String.valueOf(port)).with("node", node),
            () -> cluster.access(node).exec("nc", "-d", "-w", "2", HOST, number).output(),
            greeting::equals);
  }

  private String greeting(Node node, int port) {
    return "port %d of %s in %s".formatted(port, node.service(), cluster);
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}

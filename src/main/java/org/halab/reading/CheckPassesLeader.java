package org.halab.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.Entry;

/** The check must be one that the leader passes, and no other node. */
final class CheckPassesLeader implements Rule {
  private static final Pattern PORT = Pattern.compile("\\bport\\s+(\\d+)");
  private static final Set<Item> ITEMS = Set.of(Item.ENTRYPOINT_FILE, Item.LED_TO_LEADER);

  @Override
  public Stream<Finding> read(ReadProject project) {
    return project.proxies().stream()
        .flatMap(
            proxy ->
                proxy.waysIn(project.nodes()).stream()
                    .flatMap(entry -> finding(project, proxy, entry).stream()));
  }

  private static Optional<Finding> finding(ReadProject project, ReadProxy proxy, Entry entry) {
    List<String> lines = proxy.lines(entry.name()).toList();
    CheckRequest check = CheckRequest.of(lines);
    List<String> servers =
        lines.stream()
            .filter(line -> line.startsWith("server ") || line.startsWith("default-server "))
            .toList();
    boolean elsewhere =
        servers.stream().anyMatch(line -> line.matches(".*\\strack\\s.*"))
            || lines.stream().anyMatch(line -> line.matches("option\\s+external-check\\b.*"));
    if (elsewhere) {
      return Optional.empty(); // by another section's check, or a program: it must be tried
    }
    boolean checked = servers.stream().anyMatch(line -> line.matches(".*\\scheck(\\s.*)?"));
    if (!checked) {
      return Optional.of(unchecked(proxy, entry));
    }
    List<String> places = List.of(place(proxy, entry, check));
    if (check.passesReplicas()) {
      return Optional.of(leadsToReplicas(places, check));
    } else if (!check.passesLeaderAlone()) {
      return Optional.of(passesNobody(places, check));
    }
    return wrongPort(project, proxy, entry, servers)
        .or(() -> check.request().equals("OPTIONS /") ? Optional.empty() : differs(places, check));
  }

  private static String place(ReadProxy proxy, Entry entry, CheckRequest check) {
    return check.line().isEmpty()
        ? proxy.place(entry.name())
        : proxy.place(entry.name(), check.line());
  }

  private static Finding unchecked(ReadProxy proxy, Entry entry) {
    List<String> places = List.of(proxy.place(entry.name()));
    return Finding.read(
        "entrypoint-check-passes-replicas",
        Severity.MISTAKE,
        ITEMS,
        places,
        Message.of("reading.unchecked.seen").with("proxy", entry.name()),
        Hints.at(
            places, Message.of("reading.unchecked.change"), Message.of("reading.recovery.try")));
  }

  private static Finding leadsToReplicas(List<String> places, CheckRequest check) {
    Message seen =
        check.http()
            ? Message.of("reading.passesReplicas.seen").with("request", check.request())
            : Message.of("reading.tcpCheck.seen");
    return Finding.read(
        "entrypoint-check-passes-replicas",
        Severity.MISTAKE,
        ITEMS,
        places,
        seen,
        Hints.at(
            places,
            Message.of("reading.passesReplicas.change"),
            Message.of("reading.recovery.try")));
  }

  private static Finding passesNobody(List<String> places, CheckRequest check) {
    return Finding.read(
        "entrypoint-check-passes-nobody",
        Severity.MISTAKE,
        Set.of(Item.ENTRYPOINT_FILE, Item.RESTARTED, Item.LED_TO_LEADER),
        places,
        Message.of("reading.passesNobody.seen").with("request", check.request()),
        Hints.at(
            places,
            Message.of("reading.passesReplicas.change"),
            Message.of("reading.passesNobody.try").with("path", check.path())));
  }

  /**
   * An HTTP request to PostgreSQL's own port, or to one on which nobody listens, never succeeds.
   */
  private static Optional<Finding> wrongPort(
      ReadProject project, ReadProxy proxy, Entry entry, List<String> servers) {
    for (ReadNode node : project.nodes()) {
      int rest = node.settings().restPort();
      for (String line : servers) {
        String[] words = line.split("\\s+");
        boolean ofNode = words[0].equals("server") && words.length > 2;
        if (ofNode && ReadProxy.names(words[2], node)) {
          String port = port(line).or(() -> common(servers)).orElse("");
          if (!port.equals(String.valueOf(rest))) {
            return Optional.of(wrongPort(proxy, entry, line, node, port));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> common(List<String> servers) {
    return servers.stream()
        .filter(line -> line.startsWith("default-server"))
        .flatMap(line -> port(line).stream())
        .findFirst();
  }

  private static Optional<String> port(String line) {
    Matcher matcher = PORT.matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Finding wrongPort(
      ReadProxy proxy, Entry entry, String line, ReadNode node, String port) {
    int rest = node.settings().restPort();
    String asked = port.isEmpty() ? String.valueOf(node.settings().postgresPort()) : port;
    List<String> places = List.of(proxy.place(entry.name(), line), node.place("restapi.listen"));
    return Finding.read(
        "entrypoint-check-port",
        Severity.MISTAKE,
        Set.of(Item.ENTRYPOINT_FILE, Item.RESTARTED, Item.LED_TO_LEADER),
        places,
        Message.of("reading.checkPort.seen")
            .with("node", node)
            .with("asked", asked)
            .with("rest", String.valueOf(rest)),
        Hints.at(
            places,
            Message.of("reading.checkPort.change").with("rest", String.valueOf(rest)),
            Message.of("reading.checkPort.try").with("node", node)));
  }

  private static Optional<Finding> differs(List<String> places, CheckRequest check) {
    return Optional.of(
        Finding.harmless(
            "entrypoint-check-differs",
            Set.of(Item.ENTRYPOINT_FILE),
            places,
            Message.of("reading.checkDiffers.seen").with("request", check.request())));
  }
}

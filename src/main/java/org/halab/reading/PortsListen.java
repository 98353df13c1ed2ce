package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.Entry;
import org.halab.stack.HaproxySection;

/** A published port is of use only if something listens behind it. */
final class PortsListen implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    return Stream.concat(
        project.nodes().stream()
            .flatMap(
                node ->
                    unheard(
                        project,
                        node.service(),
                        Set.of(node.settings().postgresPort(), node.settings().restPort()),
                        Item.COMPOSE_FILE)),
        project.proxies().stream()
            .filter(proxy -> !proxy.file().text().matches("(?s).*bind\\s+\\S*\\$.*"))
            .flatMap(proxy -> ofProxy(project, proxy)));
  }

  private static Stream<Finding> ofProxy(ReadProject project, ReadProxy proxy) {
    Set<Integer> listening = new TreeSet<>();
    proxy.sections().stream()
        .filter(HaproxySection::proxy)
        .forEach(section -> listening.addAll(section.ports()));
    List<Entry> ways = proxy.waysIn(project.nodes());
    boolean reached =
        ways.isEmpty()
            || ways.stream().anyMatch(way -> publishes(project, proxy.service(), way.port()));
    Stream<Finding> closed =
        reached ? Stream.empty() : Stream.of(notPublished(project, proxy, ways.get(0)));
    return Stream.concat(closed, unheard(project, proxy.service(), listening, Item.ENTRYPOINT));
  }

  private static boolean publishes(ReadProject project, String service, int port) {
    return project.model().publishes(service, port)
        || project.definition(service).path("network_mode").asText("").equals("host");
  }

  private static Finding notPublished(ReadProject project, ReadProxy proxy, Entry way) {
    List<String> places = List.of(project.place(proxy.service(), "ports"), proxy.place(way.name()));
    return Finding.read(
        "entrypoint-not-published",
        Severity.MISTAKE,
        Set.of(Item.ENTRYPOINT, Item.LED_TO_LEADER),
        places,
        Message.of("reading.notPublished.seen").with("port", String.valueOf(way.port())),
        Hints.at(
            places,
            Message.of("reading.notPublished.change").with("port", String.valueOf(way.port())),
            Message.of("reading.notPublished.try")));
  }

  private static Stream<Finding> unheard(
      ReadProject project, String service, Set<Integer> listening, Item item) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode port : project.definition(service).path("ports")) {
      int target = port.path("target").asInt();
      if (!listening.contains(target)) {
        findings.add(unheard(project, service, target, port.path("published").asText(""), item));
      }
    }
    return findings.stream();
  }

  private static Finding unheard(
      ReadProject project, String service, int target, String published, Item item) {
    List<String> places = List.of(project.place(service, "ports"));
    return Finding.read(
        "published-port-nobody-listens",
        Severity.RISK,
        Set.of(item),
        places,
        Message.of("reading.unheard.seen")
            .with("service", service)
            .with("published", published)
            .with("target", String.valueOf(target)),
        Hints.at(
            places,
            Message.of("reading.unheard.change"),
            Message.of("reading.unheard.try").with("published", published)));
  }
}

package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.message.Message;

/** Ports of the host that are not the guide's are as good. */
final class OtherPorts implements Rule {
  private static final Set<Integer> OF_NODES = Set.of(5433, 5434);
  private static final Set<Integer> OF_ENTRYPOINT = Set.of(5432, 7000);

  @Override
  public Stream<Finding> read(ReadProject project) {
    Map<String, String> others = new TreeMap<>();
    project
        .nodes()
        .forEach(
            node ->
                collect(project, node.service(), node.settings().postgresPort(), OF_NODES, others));
    for (ReadProxy proxy : project.proxies()) {
      proxy.sections().stream()
          .flatMap(section -> section.ports().stream())
          .forEach(port -> collect(project, proxy.service(), port, OF_ENTRYPOINT, others));
    }
    return others.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Finding.harmless(
                "other-ports",
                Set.of(Item.COMPOSE_FILE, Item.ENTRYPOINT),
                others.values().stream().distinct().toList(),
                Message.of("reading.otherPorts.seen").with("ports", Message.and(others.keySet()))));
  }

  private static void collect(
      ReadProject project,
      String service,
      int target,
      Set<Integer> printed,
      Map<String, String> others) {
    for (JsonNode port : project.definition(service).path("ports")) {
      int published = port.path("published").asInt();
      if (port.path("target").asInt() == target && !printed.contains(published)) {
        others.put(service + " " + published, project.place(service, "ports"));
      }
    }
  }
}

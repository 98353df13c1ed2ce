package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Whoever reaches Patroni's REST API can restart nodes, and appoint the leader. */
final class ApiPublished implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    List<ReadNode> open =
        project.nodes().stream()
            .filter(node -> project.model().publishes(node.service(), node.settings().restPort()))
            .filter(node -> node.settings().at("restapi.authentication").isEmpty())
            .toList();
    return open.isEmpty() ? Stream.empty() : Stream.of(finding(project, open));
  }

  private static Finding finding(ReadProject project, List<ReadNode> open) {
    List<String> places =
        open.stream().map(node -> project.place(node.service(), "ports")).toList();
    int rest = open.get(0).settings().restPort();
    String published = "";
    for (JsonNode port : open.get(0).definition().path("ports")) {
      published = port.path("target").asInt() == rest ? port.path("published").asText() : published;
    }
    return Finding.read(
        "patroni-api-published",
        Severity.RISK,
        Set.of(Item.COMPOSE_FILE),
        places,
        Message.of("reading.apiPublished.seen")
            .with("nodes", Message.and(open))
            .with("port", String.valueOf(rest)),
        Hints.at(
            places,
            Message.of("reading.apiPublished.change").with("port", String.valueOf(rest)),
            Message.of("reading.apiPublished.try").with("port", published)));
  }
}

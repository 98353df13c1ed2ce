package org.halab.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Part 3 needs something at the entrypoint, and HAProxy needs its file. */
final class EntrypointThere implements Rule {
  private static final Set<Item> ITEMS =
      Set.of(Item.ENTRYPOINT, Item.ENTRYPOINT_FILE, Item.RESTARTED, Item.LED_TO_LEADER);

  @Override
  public Stream<Finding> read(ReadProject project) {
    List<String> named = project.services().filter(one -> haproxy(project, one)).toList();
    boolean configured =
        !project.proxies().isEmpty() || project.services().anyMatch(one -> other(project, one));
    if (configured) {
      return Stream.empty();
    }
    return named.isEmpty()
        ? Stream.of(missing(project))
        : named.stream().map(service -> withoutFile(project, service));
  }

  private static boolean haproxy(ReadProject project, String service) {
    JsonNode definition = project.definition(service);
    String image = definition.path("image").asText("") + definition.path("build").path("context");
    return (service + " " + image).matches("(?i).*haproxy.*") && !project.runsPatroni(service);
  }

  /** nginx, or what the project says of itself. */
  private static boolean other(ReadProject project, String service) {
    return project.model().root().path("x-lab").has("entrypoints")
        || project.texts(service).anyMatch(one -> one.text().contains("proxy_pass"));
  }

  private static Finding missing(ReadProject project) {
    List<String> places = List.of(project.topPlace("services").orElse("services"));
    return Finding.read(
        "entrypoint-missing",
        Severity.MISTAKE,
        ITEMS,
        places,
        Message.of("reading.entrypointMissing.seen"),
        Hints.at(
            places,
            Message.of("reading.entrypointMissing.change"),
            Message.of("reading.entrypointMissing.try")));
  }

  private static Finding withoutFile(ReadProject project, String service) {
    List<String> places = List.of(project.place(service, "volumes"));
    return Finding.read(
        "entrypoint-file-missing",
        Severity.MISTAKE,
        ITEMS,
        places,
        Message.of("reading.entrypointFileMissing.seen").with("service", service),
        Hints.at(
            places,
            Message.of("reading.entrypointFileMissing.change"),
            Message.of("reading.entrypointFileMissing.try").with("service", service)));
  }
}

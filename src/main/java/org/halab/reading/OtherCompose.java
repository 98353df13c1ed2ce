package org.halab.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.message.Message;
import org.halab.stack.HostNames;

/** What a Compose file may say otherwise than the guide's without harm. */
final class OtherCompose implements Rule {
  private static final Set<Item> ITEMS = Set.of(Item.COMPOSE_FILE);

  @Override
  public Stream<Finding> read(ReadProject project) {
    Stream.Builder<Finding> findings = Stream.builder();
    project
        .topPlace("version")
        .ifPresent(
            place ->
                findings.add(
                    Finding.harmless(
                        "compose-version",
                        ITEMS,
                        List.of(place),
                        Message.of("reading.composeVersion.seen"))));
    builtTwice(project, findings);
    extra(project, findings);
    notExposed(project, findings);
    return findings.build();
  }

  private static void builtTwice(ReadProject project, Stream.Builder<Finding> findings) {
    List<ReadNode> unnamed =
        project.nodes().stream()
            .filter(node -> node.definition().has("build"))
            .filter(node -> node.definition().path("image").asText("").isEmpty())
            .toList();
    if (unnamed.size() > 1) {
      findings.add(
          Finding.harmless(
              "images-built-twice",
              ITEMS,
              unnamed.stream().map(node -> project.place(node.service(), "build")).toList(),
              Message.of("reading.builtTwice.seen").with("nodes", Message.and(unnamed))));
    }
  }

  /** Services beside the nodes, their DCS and the entrypoint: pgadmin and the like. */
  private static void extra(ReadProject project, Stream.Builder<Finding> findings) {
    List<String> hosts =
        project.nodes().stream().flatMap(node -> DcsHosts.of(node.settings()).stream()).toList();
    List<String> extra =
        project
            .services()
            .filter(one -> !project.runsPatroni(one))
            .filter(one -> project.proxies().stream().noneMatch(p -> p.service().equals(one)))
            .filter(
                one ->
                    HostNames.of(one, project.definition(one)).stream().noneMatch(hosts::contains))
            .filter(one -> project.texts(one).noneMatch(t -> t.text().contains("proxy_pass")))
            .filter(one -> !one.matches("(?i).*(haproxy|zoo|etcd|consul).*"))
            .toList();
    if (!extra.isEmpty() && !project.nodes().isEmpty()) {
      findings.add(
          Finding.harmless(
              "extra-service",
              ITEMS,
              extra.stream().map(project::place).toList(),
              Message.of("reading.extraService.seen").with("services", Message.and(extra))));
    }
  }

  private static void notExposed(ReadProject project, Stream.Builder<Finding> findings) {
    List<ReadNode> unexposed =
        project.nodes().stream()
            .filter(
                node ->
                    project
                        .model()
                        .directives(node.service(), node.settings().restPort())
                        .isEmpty())
            .toList();
    if (!unexposed.isEmpty()) {
      findings.add(
          Finding.harmless(
              "expose-missing",
              ITEMS,
              unexposed.stream().map(node -> project.place(node.service())).toList(),
              Message.of("reading.exposeMissing.seen").with("nodes", Message.and(unexposed))));
    }
  }
}

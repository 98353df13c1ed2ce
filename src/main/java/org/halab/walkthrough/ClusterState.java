package org.halab.walkthrough;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.halab.checker.failover.Event;
import org.halab.checker.failover.LogReading;
import org.halab.cluster.Cluster;
import org.halab.cluster.Roles;
import org.halab.cluster.RunningCluster;
import org.halab.domain.BalancerServer;
import org.halab.domain.LogLine;
import org.halab.domain.Node;
import org.halab.engine.ContainerDetails;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.report.EventWords;
import org.halab.stack.Stack;

/** What a cluster says of itself when a person asks; a part that is down says nothing. */
final class ClusterState {
  private static final int LOG_LINES = 20;
  private static final int MOST_HAPPENINGS = 10;

  private final Cluster cluster;

  ClusterState(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Everything, each part under a heading. */
  Message told() {
    return Message.joined(
        "\n",
        List.of(
            part(
                Message.of("walkthrough.members"),
                () -> cluster.view().table().in(Language.chosen())),
            part(Message.of("walkthrough.leaderKey").with("dcs", stack().dcs()), this::leaderKey),
            part(
                Message.of("walkthrough.servers").with("entrypoint", stack().entrypoint()),
                this::servers),
            part(Message.of("cluster.condition"), () -> RunningCluster.lookedAt(cluster)),
            part(Message.of("walkthrough.containers"), this::containers)));
  }

  /** Who leads and who follows, in one line. */
  Message inOneLine() {
    try {
      return Message.text(cluster.view());
    } catch (RuntimeException e) {
      return Message.of("walkthrough.nobodyAnswers");
    }
  }

  /** What the logs tell since a moment of leadership and of where clients are sent. */
  List<String> happenedSince(Instant moment) {
    List<LogLine> lines = new ArrayList<>();
    for (String service : stack().services()) {
      try {
        lines.addAll(cluster.access(service).logs(moment));
      } catch (RuntimeException e) {
        // no container, no log
      }
    }
    List<String> told =
        lines.stream()
            .sorted()
            .flatMap(line -> LogReading.read(line).stream())
            // Patroni reconnects whenever its configuration changes.
            .filter(happening -> happening.kind() != Event.Kind.CONNECTION_LOST)
            .map(ClusterState::sentence)
            .toList();
    return told.subList(Math.max(0, told.size() - MOST_HAPPENINGS), told.size());
  }

  /** The names under which a person can ask for a log. */
  List<String> containerNames() {
    return stack().services().stream()
        .map(service -> cluster.access(service).containerName())
        .toList();
  }

  /**
   * The end of a container's log.
   *
   * @param name of the container, its service or its member, or the beginning of one of these; or
   *     "leader" or "replica"
   * @return empty if no container is meant
   */
  Optional<Message> log(String name) {
    return serviceOf(name)
        .map(
            service -> {
              List<LogLine> lines = cluster.access(service).logs(Instant.EPOCH);
              String end =
                  lines.stream()
                      .skip(Math.max(0, lines.size() - LOG_LINES))
                      .map(LogLine::text)
                      .collect(Collectors.joining("\n"));
              return Message.of("walkthrough.wholeLog")
                  .with("end", end)
                  .with("container", cluster.access(service).containerName());
            });
  }

  private Optional<String> serviceOf(String name) {
    String asked = name.toLowerCase(Locale.ROOT);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    if (asked.equals("leader")) {
      return Optional.of(cluster.leader().service());
    }
    if (asked.equals("replica")) {
      return Optional.of(cluster.successorOf(cluster.leader()).service());
    }
    for (Node node : cluster.nodes()) {
      if (node.member().equals(asked)) {
        return Optional.of(node.service());
      }
    }
    return stack().services().stream()
        .filter(
            service ->
                service.startsWith(asked)
                    || cluster.access(service).containerName().startsWith(asked))
        .findFirst();
  }

  private Message leaderKey() {
    return new Roles(cluster)
        .leaderKey()
        .map(
            lock ->
                Message.of("walkthrough.held")
                    .with("holder", lock.holder())
                    .with("session", lock.session())
                    .with("taken", lock.taken()))
        .orElse(Message.of("walkthrough.notHeld"));
  }

  private String servers() {
    return cluster.balancer().servers().stream()
        .map(BalancerServer::toString)
        .collect(Collectors.joining("\n"));
  }

  private String containers() {
    return stack().services().stream()
        .map(
            service -> {
              ContainerDetails container = cluster.access(service).details();
              return container.name() + ": " + container.status();
            })
        .collect(Collectors.joining("\n"));
  }

  private Stack stack() {
    return cluster.project().stack();
  }

  private static String sentence(Event happening) {
    return "%tT %s: %s"
        .formatted(
            happening.at().atZone(ZoneId.systemDefault()),
            EventWords.who(happening.who()),
            EventWords.meaning(happening));
  }

  private static Message part(Message heading, Supplier<?> content) {
    String text;
    try {
      text = String.valueOf(content.get());
    } catch (RuntimeException e) {
      text = Terms.of("no answer").toString();
    }
    return Message.of("walkthrough.part")
        .with("heading", heading)
        .with("content", TerminalText.excerpt(text, "  ", 30));
  }
}

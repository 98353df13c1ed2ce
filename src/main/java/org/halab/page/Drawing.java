package org.halab.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.halab.domain.Lane;
import org.halab.domain.Node;
import org.halab.experiment.NodeSight;
import org.halab.message.Message;
import org.halab.message.Terms;
import org.halab.observe.LockWatch;

/** What the picture of a cluster shows, from what its watches saw last. */
final class Drawing {
  private static final long KILO = 1024;
  private static final long MANY_KILOBYTES = 10 * KILO;
  private static final String LEADS = "leads";

  private final Parts parts;
  private final List<Lane> lanes;
  private final Map<String, NodeSight> sights;

  Drawing(Parts parts, List<Lane> lanes, Map<String, NodeSight> sights) {
    this.parts = parts;
    this.lanes = lanes;
    this.sights = sights;
  }

  PageState.Cluster drawn(ClientsFare clients) {
    return new PageState.Cluster(
        clients.name(),
        clients.said().toString(),
        parts.entrypoints().stream().map(this::entrypoint).toList(),
        parts.nodes().stream().map(this::node).toList(),
        store());
  }

  private PageState.Entrypoint entrypoint(Parts.Entrypoint one) {
    return new PageState.Entrypoint(
        one.service(),
        one.kind(),
        container(one.service()),
        one.lanes().entrySet().stream()
            .filter(lane -> last(Lane.Kind.SERVER, lane.getKey()).filter("UP"::equals).isPresent())
            .map(Map.Entry::getValue)
            .sorted()
            .toList());
  }

  private PageState.Node node(Node node) {
    Optional<String> seen = last(Lane.Kind.ROLE, node.member());
    String role = seen.map(Drawing::role).orElse("silent");
    Optional<NodeSight> sight = Optional.ofNullable(sights.get(node.member()));
    return new PageState.Node(
        node.member(),
        node.service(),
        role,
        seen.map(Terms::of).orElse(Message.of("page.notSeen")).toString(),
        sight.flatMap(Drawing::timeline).orElse(""),
        role.equals(LEADS) ? "" : sight.flatMap(this::lag).orElse(""),
        sight.filter(NodeSight::streams).isPresent(),
        holder().filter(node.member()::equals).isPresent(),
        container(node.service()));
  }

  private static String role(String seen) {
    return switch (seen) {
      case "primary" -> LEADS;
      case "sync standby", "quorum standby" -> "standby";
      case "replica" -> "follows";
      case Lane.NO_ANSWER -> "silent";
      default -> "other";
    };
  }

  private static Optional<String> timeline(NodeSight sight) {
    return sight.timeline().isPresent()
        ? Optional.of(
            Message.of("page.timeline").with("timeline", sight.timeline().getAsInt()).toString())
        : Optional.empty();
  }

  /** How much it has not applied of what the leader had written when both were looked at last. */
  private Optional<String> lag(NodeSight sight) {
    OptionalLong written =
        sights.values().stream()
            .filter(one -> role(one.role()).equals(LEADS))
            .flatMapToLong(one -> one.position().stream())
            .max();
    if (written.isEmpty() || sight.position().isEmpty()) {
      return Optional.empty();
    }
    long kilobytes = Math.max(0, written.getAsLong() - sight.position().getAsLong()) / KILO;
    return Optional.of(
        (kilobytes < MANY_KILOBYTES
                ? Message.of("page.lag").with("kilobytes", kilobytes)
                : Message.of("page.lagMega").with("megabytes", kilobytes / KILO))
            .toString());
  }

  private PageState.Store store() {
    Optional<String> value = lastOf(Lane.Kind.LOCK);
    boolean answers = value.filter(one -> !one.equals(Lane.NO_ANSWER)).isPresent();
    Message said =
        answers
            ? holder()
                .map(holder -> Message.of("page.keyHeld").with("holder", holder))
                .orElse(Message.of("page.keyFree"))
            : Message.of("page.keySilent");
    return new PageState.Store(
        parts.storeKind(),
        answers,
        holder().orElse(""),
        said.toString(),
        parts.storeServices().stream().map(this::container).toList());
  }

  private Optional<String> holder() {
    return lastOf(Lane.Kind.LOCK)
        .filter(one -> !one.equals(Lane.NO_ANSWER) && !one.equals(LockWatch.NOBODY));
  }

  private PageState.Container container(String service) {
    String status = last(Lane.Kind.CONTAINER, service).orElse("running");
    return switch (status) {
      case "running" -> new PageState.Container(service, "runs", "");
      case "frozen", "paused" ->
          new PageState.Container(service, "frozen", Message.of("page.frozen").toString());
      case "exited" -> new PageState.Container(service, "down", Message.of("page.down").toString());
      default -> new PageState.Container(service, "down", status);
    };
  }

  private Optional<String> lastOf(Lane.Kind kind) {
    return last(kind, null);
  }

  private Optional<String> last(Lane.Kind kind, String name) {
    return lanes.stream()
        .filter(lane -> lane.kind() == kind && (name == null || lane.name().equals(name)))
        .filter(lane -> !lane.changes().isEmpty())
        .map(lane -> lane.changes().get(lane.changes().size() - 1).value())
        .findFirst();
  }
}

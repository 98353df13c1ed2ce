package org.halab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.halab.domain.Node;

/**
 * Nodes whose Patroni did not answer a moment ago. What every node can tell is asked of the others
 * first: one that is frozen would cost its whole time-out each time, while a lock expires that the
 * question was about.
 */
final class SilentNodes {
  private static final Duration MOMENT = Duration.ofSeconds(30);

  private final Map<Node, Instant> silentAt = new ConcurrentHashMap<>();
  private final InstantSource clock;

  SilentNodes(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What the first of these nodes that answers says.
   *
   * @throws IllegalStateException if none answers
   */
  <T> T ask(List<Node> nodes, Function<Node, T> question) {
    IllegalStateException last = null;
    for (Node node : last(nodes)) {
      try {
        T answer = question.apply(node);
        answered(node);
        return answer;
      } catch (RuntimeException e) {
        silent(node);
        last = new IllegalStateException("Patroni of " + node + " does not answer", e);
      }
    }
    throw last;
  }

  /** The same nodes in the same order, but for those that were silent, which come last. */
  List<Node> last(List<Node> nodes) {
    Instant since = clock.instant().minus(MOMENT);
    return nodes.stream()
        .sorted(Comparator.comparing(node -> silentAt.getOrDefault(node, since).isAfter(since)))
        .toList();
  }

  void silent(Node node) {
    silentAt.put(node, clock.instant());
  }

  void answered(Node node) {
    silentAt.remove(node);
  }
}

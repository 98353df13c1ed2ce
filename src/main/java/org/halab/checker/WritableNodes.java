package org.halab.checker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether two nodes took writes at once. A prober writes to each node again and again. A node that
 * took two probes in a row was writable from one to the other; if another node took a write
 * meanwhile, both were. A probe that was refused, or not answered, says that it may not have been:
 * a leader that comes back after another one led is no overlap.
 *
 * @param overlaps each two probes in a row, and a write of another node between them
 */
public record WritableNodes(List<Overlap> overlaps) {

  /**
   * One attempt to write to one node.
   *
   * @param taken whether the node said yes
   */
  public record Probe(String node, Instant start, Instant end, boolean taken) {}

  /** {@code within} began after {@code before} had ended, and ended before {@code after} began. */
  public record Overlap(Probe before, Probe within, Probe after) {}

  public static WritableNodes judge(List<Probe> probes) {
    Map<String, List<Probe>> byNode =
        probes.stream()
            .sorted(Comparator.comparing(Probe::start))
            .collect(Collectors.groupingBy(Probe::node));
    List<Overlap> overlaps = new ArrayList<>();
    byNode.values().forEach(ofOne -> addOverlaps(ofOne, probes, overlaps));
    return new WritableNodes(List.copyOf(overlaps));
  }

  private static void addOverlaps(List<Probe> ofOne, List<Probe> all, List<Overlap> overlaps) {
    for (int i = 1; i < ofOne.size(); i++) {
      Probe before = ofOne.get(i - 1);
      Probe after = ofOne.get(i);
      if (before.taken() && after.taken()) {
        all.stream()
            .filter(probe -> probe.taken() && !probe.node().equals(before.node()))
            .filter(probe -> probe.start().isAfter(before.end()))
            .filter(probe -> probe.end().isBefore(after.start()))
            .forEach(within -> overlaps.add(new Overlap(before, within, after)));
      }
    }
  }

  public boolean sound() {
    return overlaps.isEmpty();
  }
}

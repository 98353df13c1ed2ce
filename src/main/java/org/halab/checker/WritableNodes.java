package org.halab.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halab.domain.WriteProbe;

/**
 * Whether two nodes took writes at once. A prober writes to each node again and again. A node that
 * took two probes in a row was writable from one to the other; if another node took a write
 * meanwhile, both were. A probe that was refused, or not answered, says that it may not have been:
 * a leader that comes back after another one led is no overlap.
 *
 * @param overlaps each two probes in a row, and a write of another node between them
 */
public record WritableNodes(List<Overlap> overlaps) {

  /** {@code within} began after {@code before} had ended, and ended before {@code after} began. */
  public record Overlap(WriteProbe before, WriteProbe within, WriteProbe after) {}

  public static WritableNodes judge(List<WriteProbe> probes) {
    Map<String, List<WriteProbe>> byNode =
        probes.stream()
            .sorted(Comparator.comparing(WriteProbe::start))
            .collect(Collectors.groupingBy(WriteProbe::node));
    List<Overlap> overlaps = new ArrayList<>();
    byNode.values().forEach(ofOne -> addOverlaps(ofOne, probes, overlaps));
    return new WritableNodes(List.copyOf(overlaps));
  }

  private static void addOverlaps(
      List<WriteProbe> ofOne, List<WriteProbe> all, List<Overlap> overlaps) {
    for (int i = 1; i < ofOne.size(); i++) {
      WriteProbe before = ofOne.get(i - 1);
      WriteProbe after = ofOne.get(i);
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

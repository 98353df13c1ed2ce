package org.halab.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halab.domain.Sighting;

/**
 * Whether a session ever saw less than it had seen before. Sessions on the leader and on a replica
 * are judged apart: a replica may be behind, but it must not go back.
 *
 * @param steps the reads that went back
 */
public record MonotonicReads(List<Step> steps) {

  /** A read that saw less than an earlier one of the same session in the same place. */
  public record Step(Sighting earlier, Sighting later) {}

  private record Viewpoint(String session, String place) {}

  public static MonotonicReads judge(List<Sighting> reads) {
    Map<Viewpoint, Sighting> highest = new HashMap<>();
    List<Step> back = new ArrayList<>();
    reads.stream()
        .sorted(Comparator.comparing(Sighting::at))
        .forEach(
            read -> {
              Viewpoint viewpoint = new Viewpoint(read.session(), read.place());
              Sighting earlier = highest.get(viewpoint);
              if (earlier == null || read.seen() >= earlier.seen()) {
                highest.put(viewpoint, read);
              } else {
                back.add(new Step(earlier, read));
              }
            });
    return new MonotonicReads(List.copyOf(back));
  }

  public boolean sound() {
    return steps.isEmpty();
  }
}

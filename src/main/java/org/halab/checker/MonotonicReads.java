package org.halab.checker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a session ever saw less than it had seen before. Sessions on the leader and on a replica
 * are judged apart: a replica may be behind, but it must not go back.
 *
 * @param steps the reads that went back
 */
public record MonotonicReads(List<Step> steps) {

  /**
   * One read of one session.
   *
   * @param session who read
   * @param place where: a session that moves to another node begins anew there
   * @param seen what only ever grows, for example the highest number of a row
   */
  public record Read(String session, String place, Instant at, long seen) {}

  /** A read that saw less than an earlier one of the same session in the same place. */
  public record Step(Read earlier, Read later) {}

  private record Viewpoint(String session, String place) {}

  public static MonotonicReads judge(List<Read> reads) {
    Map<Viewpoint, Read> highest = new HashMap<>();
    List<Step> back = new ArrayList<>();
    reads.stream()
        .sorted(Comparator.comparing(Read::at))
        .forEach(
            read -> {
              Viewpoint viewpoint = new Viewpoint(read.session(), read.place());
              Read earlier = highest.get(viewpoint);
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

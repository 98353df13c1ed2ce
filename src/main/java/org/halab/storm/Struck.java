package org.halab.storm;

import java.time.Duration;
import java.util.List;
import org.halab.message.Message;

/**
 * What came of a strike.
 *
 * @param acknowledged rows that clients were told of
 * @param longestPause the longest time without a write
 * @param whole from the end of the last fault to a running cluster; how long it was waited for, if
 *     it did not become one
 * @param notMade faults that took no effect beside the others, with the reason
 * @param complaints what does not hold; none if all is well
 * @param lost whether the cluster could not be helped either: another one is needed
 */
public record Struck(
    Strike strike,
    long acknowledged,
    Duration longestPause,
    Duration whole,
    List<Message> notMade,
    List<Message> complaints,
    boolean lost) {
  public Struck {
    notMade = List.copyOf(notMade);
    complaints = List.copyOf(complaints);
  }

  public boolean red() {
    return !complaints.isEmpty();
  }
}

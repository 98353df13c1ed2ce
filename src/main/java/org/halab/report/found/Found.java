package org.halab.report.found;

import java.util.List;
import java.util.stream.Stream;
import org.halab.message.Message;
import org.halab.report.model.Scenario;
import org.halab.report.model.Verdict;

/**
 * One thing that a run found.
 *
 * @param place where its evidence is: of a scenario, as {@code features/a.feature:8}, or the name
 *     of a section of the report
 * @param gist what was found, in as few sentences as a small screen has room for
 * @param why where it comes from, and what more there is to it
 * @param red whether something is not as it has to be
 */
public record Found(String place, List<Message> gist, List<Message> why, boolean red) {
  public Found {
    gist = List.copyOf(gist);
    why = List.copyOf(why);
  }

  /** That needs no reason. */
  Found(String place, Message gist, boolean red) {
    this(place, List.of(gist), List.of(), red);
  }

  /** What a scenario showed: red if the scenario is. */
  static Found by(Scenario scenario, List<Message> gist, List<Message> why) {
    return new Found(scenario.place(), gist, why, scenario.verdict() == Verdict.FAILED);
  }

  /** All of it. */
  public Message sentence() {
    return Message.joined(" ", Stream.concat(gist.stream(), why.stream()).toList());
  }
}

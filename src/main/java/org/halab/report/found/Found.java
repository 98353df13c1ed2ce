package org.halab.report.found;

import java.util.List;
import org.halab.message.Message;
import org.halab.report.model.Scenario;
import org.halab.report.model.Verdict;

/**
 * One thing that a run found.
 *
 * @param place where its evidence is: of a scenario, as {@code features/a.feature:8}, or the name
 *     of a section of the report
 * @param red whether something is not as it has to be
 */
public record Found(String place, Message sentence, boolean red) {
  /** What a scenario showed: red if the scenario is. */
  static Found by(Scenario scenario, List<Message> sentences) {
    return new Found(
        scenario.place(), Message.joined(" ", sentences), scenario.verdict() == Verdict.FAILED);
  }
}

package org.halab.matrix;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A scenario that a wrong setting is tried with, and what is to come of it.
 *
 * @param feature its file, below the features' directory
 * @param rule how the rule's name begins under which the scenario stands; empty if its name alone
 *     tells it from others of the feature
 * @param redAt how the step begins that is to be red, or one of several; none if the scenario is to
 *     be green; {@link #BEFORE_THE_START} if the files alone tell it
 * @param says a pattern that the failure's message must have; empty if any will do
 * @param logged a pattern that the cluster's logs must have; empty if any will do
 */
public record Trial(
    String feature, String rule, String scenario, List<String> redAt, String says, String logged) {
  /** In place of a step: the lab reads the files, says what is wrong, and starts nothing. */
  static final String BEFORE_THE_START = "before anything is started";

  public Trial {
    redAt = List.copyOf(redAt);
  }

  boolean isToBeRed() {
    return !redAt.isEmpty();
  }

  /** The same scenario, of which nothing is to be red. */
  Trial isToBeGreen() {
    return new Trial(feature, rule, scenario, List.of(), "", "");
  }

  /** Whether a red scenario is red for the reason that it is to be red for. */
  boolean expects(Tried red) {
    return redAt.stream().anyMatch(red.step()::startsWith)
        && Pattern.compile(says, Pattern.DOTALL).matcher(red.message()).find();
  }
}

package org.halab.walkthrough;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Instant;
import org.halab.message.Language;
import org.halab.walkthrough.Explanations.Explanation;

/**
 * One walk: what its hooks, which Cucumber makes for each scenario, and its plugin, which Cucumber
 * makes for the run, have in common.
 */
final class Walk {
  private static final Walk CURRENT =
      new Walk(
          Screen.ofThisProcess(),
          new BufferedReader(new InputStreamReader(System.in, Screen.charset())));

  private final Screen screen;
  private final Stops stops;
  private final Explanations explanations = Explanations.in(Language.chosen());
  private Explanation next;
  private boolean followedAtOnce;
  private boolean firstStep;
  private Instant stepBegan = Instant.now();
  private int scenarios;

  private Walk(Screen screen, BufferedReader input) {
    this.screen = screen;
    this.stops = new Stops(input, screen);
  }

  static Walk current() {
    return CURRENT;
  }

  Screen screen() {
    return screen;
  }

  Stops stops() {
    return stops;
  }

  Explanations explanations() {
    return explanations;
  }

  int scenarios() {
    return scenarios;
  }

  void scenarioBegins() {
    scenarios++;
    firstStep = true;
  }

  /**
   * The step that comes next; told before its hooks run.
   *
   * @param followedAtOnce whether the step after it measures time since this one
   */
  void comes(Explanation step, boolean followedAtOnce) {
    next = step;
    this.followedAtOnce = followedAtOnce;
  }

  /** Whether there is no time to look around after this step. */
  boolean followedAtOnce() {
    return followedAtOnce;
  }

  Explanation next() {
    return next;
  }

  /** Whether a person may think before the next step, or its time is measured already. */
  boolean mayStop() {
    return firstStep || !next.atOnce();
  }

  void stepBegins() {
    firstStep = false;
    stepBegan = Instant.now();
  }

  Instant stepBegan() {
    return stepBegan;
  }
}

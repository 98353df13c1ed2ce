package org.halab.walkthrough;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Instant;
import org.halab.message.Language;
import org.halab.options.Options;
import org.halab.page.Pace;
import org.halab.walkthrough.Explanations.Explanation;

/**
 * One walk: what its hooks, which Cucumber makes for each scenario, and its plugin, which Cucumber
 * makes for the run, have in common.
 */
final class Walk {
  private static final Walk CURRENT = new Walk(Screen.ofThisProcess(), answers());

  private final Screen screen;
  private final Stops stops;
  private final Guessing guessing;
  private final Explanations explanations = Explanations.in(Language.chosen());
  private Explanation next;
  private String nextWords = "";
  private boolean followedAtOnce;
  private boolean firstStep;
  private Instant stepBegan = Instant.now();
  private int scenarios;

  private Walk(Screen screen, Answers answers) {
    this.screen = screen;
    this.stops = new Stops(answers, screen);
    this.guessing = new Guessing(answers, screen);
  }

  private static Answers answers() {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Screen.charset()));
    return Options.ofThisRun().page()
        ? new TypedOrPressed(input, Pace.ofThisRun())
        : new Typed(input);
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

  /** Whether a person wants to be asked, and is there to answer: with {@code -B} nobody is. */
  static boolean guesses() {
    Options options = Options.ofThisRun();
    return options.predict() && options.interactive() && Screen.interactive();
  }

  Guessing guessing() {
    return guessing;
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
   * @param words its own
   * @param followedAtOnce whether the step after it measures time since this one
   */
  void comes(String words, Explanation step, boolean followedAtOnce) {
    nextWords = words;
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

  String nextWords() {
    return nextWords;
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

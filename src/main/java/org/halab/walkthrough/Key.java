package org.halab.walkthrough;

import java.util.Locale;

/**
 * What a person typed at a stop.
 *
 * @param argument what stood behind the key; empty if nothing did
 */
record Key(Action action, String argument) {

  enum Action {
    GO_ON,
    STATE,
    LOG,
    /** Without stops to the end of the scenario. */
    RUN_SCENARIO,
    /** Without stops to the end of the walk. */
    RUN_ALL,
    QUIT,
    HELP
  }

  /** The same keys on a Russian keyboard that was left switched to Russian. */
  private static final String CYRILLIC = "ыдсйС";

  private static final String LATIN = "slcqC";

  /**
   * @param line null at the end of the input, which ends the walk like {@code q}
   */
  static Key of(String line) {
    if (line == null) {
      return new Key(Action.QUIT, "");
    }
    String[] words = line.strip().split("\\s+", 2);
    String argument = words.length > 1 ? words[1] : "";
    return new Key(action(words[0]), argument);
  }

  private static Action action(String word) {
    if (word.isEmpty()) {
      return Action.GO_ON;
    }
    String latin = latin(word);
    if (latin.equals("C")) {
      return Action.RUN_ALL;
    }
    return switch (latin.toLowerCase(Locale.ROOT)) {
      case "s", "state" -> Action.STATE;
      case "l", "log" -> Action.LOG;
      case "c" -> Action.RUN_SCENARIO;
      case "q", "quit", "exit" -> Action.QUIT;
      default -> Action.HELP;
    };
  }

  private static String latin(String word) {
    int index = word.length() == 1 ? CYRILLIC.indexOf(word) : -1;
    return index < 0 ? word : LATIN.substring(index, index + 1);
  }
}

package org.halab.message;

import org.halab.options.Options;

/**
 * The language of a run: of its features, its stories and its report.
 *
 * @param tag as {@code en} or {@code ru}
 */
public record Language(String tag) {
  public static final Language ENGLISH = new Language("en");

  public static final Language RUSSIAN = new Language("ru");

  /** What {@code -Dlab.language} says; English if it says nothing. */
  public static Language chosen() {
    return new Language(Options.ofThisRun().language());
  }
}

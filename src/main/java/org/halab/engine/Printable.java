package org.halab.engine;

import java.util.regex.Pattern;

/** What a program printed, as text that steers no terminal. */
final class Printable {
  private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}\\x7F-\\x9F&&[^\\t\\r\\n]]");

  private Printable() {}

  /** The same text with a mark in place of each control character but tabs and line ends. */
  static String text(String printed) {
    return STEERING.matcher(printed).replaceAll("\uFFFD");
  }
}

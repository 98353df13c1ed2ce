package org.halab.guard;

/** What a stranger has written or named, as text that steers no terminal. */
final class OneLine {
  private OneLine() {}

  static String of(Object said) {
    return String.valueOf(said).replaceAll("\\p{Cntrl}", " ");
  }
}

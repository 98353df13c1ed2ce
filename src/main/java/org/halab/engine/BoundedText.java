package org.halab.engine;

/** The end of what a program prints, for a program may print without end. */
final class BoundedText {
  private final int longest;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param longest in characters; it holds up to twice as many, so that little is moved
   */
  BoundedText(int longest) {
    this.longest = longest;
  }

  synchronized void append(char[] more, int count) {
    text.append(more, 0, count);
    if (text.length() > 2L * longest) {
      text.delete(0, text.length() - longest);
    }
  }

  @Override
  public synchronized String toString() {
    return text.substring(Math.max(0, text.length() - longest));
  }
}

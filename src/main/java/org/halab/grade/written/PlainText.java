package org.halab.grade.written;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a stranger wrote, as text that only says something: without control characters, terminal
 * sequences, marks that turn the direction of writing, and what XML cannot hold; of a bounded
 * length. Markup is left to the form it is written in, which escapes it.
 */
final class PlainText {
  /** Colours and cursor movements, by ECMA-48: their letters would be left over otherwise. */
  private static final Pattern TERMINAL_SEQUENCE =
      Pattern.compile("[\\x1B\\x9B]\\[?[0-?]*[ -/]*[@-~]");

  private PlainText() {}

  /**
   * One line; line ends become spaces.
   *
   * @param longest in code points; what was cut off is shown by an ellipsis
   */
  static String line(Object said, int longest) {
    // What is cut off anyway is not looked at: a single line of a log may have gigabytes.
    String text = said.toString();
    String begun = text.substring(0, Math.min(text.length(), 8 * longest));
    String plain =
        TERMINAL_SEQUENCE
            .matcher(begun)
            .replaceAll("")
            .codePoints()
            .map(PlainText::visible)
            .filter(point -> point >= 0)
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
            .replaceAll(" {2,}", " ")
            .strip();
    boolean whole = begun.length() == text.length();
    return whole && plain.codePointCount(0, plain.length()) <= longest
        ? plain
        : plain
                .codePoints()
                .limit(longest - 1L)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
            + "…";
  }

  /** The same point, a space, or -1 for none. */
  private static int visible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL ->
          point == '\n' || point == '\r' || point == '\t' || point == 0x85 ? ' ' : -1;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR ->
          ' ';
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> -1;
      default -> point;
    };
  }
}

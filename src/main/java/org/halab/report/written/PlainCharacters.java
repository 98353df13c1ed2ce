package org.halab.report.written;

import java.util.regex.Pattern;

/**
 * Text without the characters that no page can hold or that steer how it is shown: logs and files
 * are a stranger's.
 */
final class PlainCharacters {
  /** Colours and movements of the cursor, by ECMA-48. */
  private static final Pattern TERMINAL_SEQUENCE = Pattern.compile("\\x1B\\[[0-?]*[ -/]*[@-~]");

  /** What XML cannot hold, and marks that turn the direction of writing. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\uFFFE\\uFFFF"
              + "\\u202A-\\u202E\\u2066-\\u2069]|[\\x{D800}-\\x{DFFF}]");

  private PlainCharacters() {}

  static String of(Object value) {
    String text = String.valueOf(value);
    if (!suspect(text)) {
      return text;
    }
    String sequencesGone = TERMINAL_SEQUENCE.matcher(text).replaceAll("");
    return UNPRINTABLE.matcher(sequencesGone).replaceAll("");
  }

  /**
   * Whether a text may have one of those. Hardly any has, and all that a report says comes by here,
   * its pictures included: to look for the patterns in it took a fifth of the time.
   */
  private static boolean suspect(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (suspect(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean suspect(char character) {
    if (character >= ' ' && character < 0x7F) {
      return false;
    }
    return character < ' ' && character != '\n' && character != '\t' && character != '\r'
        || character >= 0x7F && character < 0xA0
        || character >= 0x202A && character <= 0x202E
        || character >= 0x2066 && character <= 0x2069
        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
        || character >= 0xFFFE;
  }
}

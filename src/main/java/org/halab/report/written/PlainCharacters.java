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
    String sequencesGone = TERMINAL_SEQUENCE.matcher(String.valueOf(value)).replaceAll("");
    return UNPRINTABLE.matcher(sequencesGone).replaceAll("");
  }
}

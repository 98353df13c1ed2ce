package org.halab.report.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A TrueType font whose ligatures are not looked for: that was half of the time in which a report
 * is set, for PDFBox compiles a regular expression for each piece of text. Latin and Cyrillic lose
 * nothing but the drawn-together "fi".
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/otff">The table directory</a>
 */
final class PlainFont {
  private static final int TABLE_COUNT = 4;
  private static final int DIRECTORY = 12;
  private static final int ENTRY = 16;
  private static final int SUBSTITUTIONS = tag("GSUB");
  private static final int UNKNOWN = tag("Gsub");

  private PlainFont() {}

  /** The font, with its table of substitutions under a name that means nothing. */
  static InputStream of(String resource) {
    try (InputStream font = PlainFont.class.getResourceAsStream(resource)) {
      byte[] bytes = font.readAllBytes();
      ByteBuffer tables = ByteBuffer.wrap(bytes);
      for (int i = 0; i < tables.getShort(TABLE_COUNT); i++) {
        int entry = DIRECTORY + i * ENTRY;
        if (tables.getInt(entry) == SUBSTITUTIONS) {
          tables.putInt(entry, UNKNOWN);
        }
      }
      return new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  private static int tag(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}

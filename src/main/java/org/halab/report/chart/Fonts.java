package org.halab.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The charts' font, the same on every machine; its metrics are those of Arial and Helvetica. */
final class Fonts {
  private static final Font REGULAR = load("/liberation/LiberationSans-Regular.ttf");
  private static final Font BOLD = load("/liberation/LiberationSans-Bold.ttf");

  private Fonts() {}

  static Font regular(float size) {
    return REGULAR.deriveFont(size);
  }

  static Font bold(float size) {
    return BOLD.deriveFont(Font.BOLD, size);
  }

  private static Font load(String resource) {
    try (InputStream file = Fonts.class.getResourceAsStream(resource)) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (FontFormatException e) {
      throw new IllegalStateException("Not a font: " + resource, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

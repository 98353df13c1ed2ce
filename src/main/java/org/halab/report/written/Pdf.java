package org.halab.report.written;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets a page of XHTML as PDF, with fonts that have Cyrillic too. */
final class Pdf {
  /** It would complain of fonts that no page asks for. */
  private static final Logger QUIET = Logger.getLogger("org.apache.pdfbox");

  private Pdf() {}

  /**
   * @throws IOException if the file cannot be written
   */
  static void write(String xhtml, Path file) throws IOException {
    hush();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    font(builder, "Sans-Regular", "Sans", 400, FontStyle.NORMAL);
    font(builder, "Sans-Bold", "Sans", 700, FontStyle.NORMAL);
    font(builder, "Sans-Italic", "Sans", 400, FontStyle.ITALIC);
    font(builder, "Mono-Regular", "Mono", 400, FontStyle.NORMAL);
    font(builder, "Mono-Bold", "Mono", 700, FontStyle.NORMAL);
    font(builder, "Sans-Regular", "Liberation Sans", 400, FontStyle.NORMAL);
    font(builder, "Sans-Bold", "Liberation Sans", 700, FontStyle.NORMAL);
    BatikSVGDrawer drawings = new BatikSVGDrawer();
    try (drawings;
        OutputStream out = Files.newOutputStream(file)) {
      builder.useFastMode();
      builder.useSVGDrawer(drawings);
      builder.withHtmlContent(xhtml, file.toUri().toString());
      builder.toStream(out);
      builder.run();
    }
  }

  /** What the renderer does not know of a page's style is nobody's concern. */
  static void hush() {
    XRLog.setLoggingEnabled(false);
    QUIET.setLevel(Level.SEVERE);
  }

  static void font(
      PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
    builder.useFont(
        () -> PlainFont.of("/liberation/Liberation" + file + ".ttf"), family, weight, style, true);
  }
}

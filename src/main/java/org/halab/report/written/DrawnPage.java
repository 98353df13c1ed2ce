package org.halab.report.written;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * A page of HTML as a picture, in the look that its own style gives it and without a browser. No
 * script runs, and nothing is fetched: the page may be a stranger's.
 */
final class DrawnPage {
  /** As wide as HAProxy's tables want to be; what is below the first sheet is left out. */
  private static final String SHEET =
      """
      @page { size: 1400px 2000px; margin: 8px; }
      body { font-family: Sans; }
      a { color: inherit; text-decoration: none; }
      td[nowrap] { white-space: nowrap; }
      td[valign=top] { vertical-align: top; }
      td[align=left] { text-align: left; }
      .tips { display: none; }
      """;

  /** Of a page's own families, those that HAProxy asks for. */
  private static final List<String> FAMILIES = List.of("Sans", "arial", "helvetica", "sans-serif");

  private static final float DOTS_PER_INCH = 120;
  private static final int MARGIN = 12;

  private DrawnPage() {}

  /**
   * The picture as PNG, without the empty space below the page.
   *
   * @throws IOException if the page cannot be set
   */
  static byte[] of(String html) throws IOException {
    Pdf.hush();
    ByteArrayOutputStream set = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    for (String family : FAMILIES) {
      Pdf.font(builder, "Sans-Regular", family, 400, FontStyle.NORMAL);
      Pdf.font(builder, "Sans-Bold", family, 700, FontStyle.NORMAL);
      Pdf.font(builder, "Sans-Italic", family, 400, FontStyle.ITALIC);
    }
    builder.useFastMode();
    builder.useUriResolver((base, address) -> null);
    builder.withW3cDocument(new W3CDom().fromJsoup(harmless(html)), "");
    builder.toStream(set);
    builder.run();
    try (PDDocument sheets = Loader.loadPDF(set.toByteArray())) {
      return png(trimmed(new PDFRenderer(sheets).renderImageWithDPI(0, DOTS_PER_INCH)));
    }
  }

  private static Document harmless(String html) {
    Document page = Jsoup.parse(html);
    page.select("script, link, img, object, embed, iframe, svg, base, meta, input").remove();
    page.head().appendElement("style").text(SHEET);
    return page;
  }

  private static BufferedImage trimmed(BufferedImage image) {
    int last = image.getHeight() - 1;
    while (last > 0 && uniform(image, last)) {
      last--;
    }
    return image.getSubimage(0, 0, image.getWidth(), Math.min(image.getHeight(), last + MARGIN));
  }

  private static boolean uniform(BufferedImage image, int row) {
    int[] pixels = image.getRaster().getPixels(0, row, image.getWidth(), 1, (int[]) null);
    int bands = image.getRaster().getNumBands();
    return Arrays.equals(pixels, 0, pixels.length - bands, pixels, bands, pixels.length);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}

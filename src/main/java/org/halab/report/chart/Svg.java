package org.halab.report.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Writes a chart as an SVG element. */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private Svg() {}

  /**
   * @param name of the drawing; sets its inner ids apart from those of others in one page
   */
  static String draw(JFreeChart chart, int width, int height, String name, String description) {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(2);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return name + "-" + super.generateID(prefix);
          }
        });
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(width, height));
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "aria-label", description);
    fitTexts(root);
    StringWriter text = new StringWriter();
    try {
      graphics.stream(root, text, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return element(text.toString())
        .replace("'Liberation Sans'", "'Liberation Sans', Arial, Helvetica, sans-serif")
        .replace("id=\"genericDefs\"", "id=\"" + name + "-defs\"");
  }

  /** Every text keeps the width it was laid out for, whatever font the reader has. */
  private static void fitTexts(Element root) {
    NodeList texts = root.getElementsByTagNameNS(NAMESPACE, "text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      Font font =
          inherited(text, "font-weight").equals("bold")
              ? Fonts.bold(TimelineChart.FONT.getSize2D())
              : TimelineChart.FONT;
      double width = font.getStringBounds(text.getTextContent(), METRICS).getWidth();
      text.setAttributeNS(null, "textLength", String.format(Locale.ROOT, "%.1f", width));
      text.setAttributeNS(null, "lengthAdjust", "spacingAndGlyphs");
    }
  }

  private static String inherited(Element element, String attribute) {
    for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
      if (one.hasAttribute(attribute)) {
        return one.getAttribute(attribute);
      }
    }
    return "";
  }

  /** The element alone, without what stands before it in a file. */
  private static String element(String file) {
    return file.substring(file.indexOf("<svg"));
  }
}

package org.halab.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** Where a write failed: a cross if it was refused, a ring if its end is unknown. */
final class FailureMark extends AbstractXYAnnotation {
  private static final double RADIUS = 3;

  private final double x;
  private final double y;
  private final boolean unknown;

  FailureMark(double x, double y, boolean unknown) {
    this.x = x;
    this.y = y;
    this.unknown = unknown;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domain,
      ValueAxis range,
      int index,
      PlotRenderingInfo info) {
    double cx = domain.valueToJava2D(x, area, plot.getDomainAxisEdge());
    double cy = range.valueToJava2D(y, area, plot.getRangeAxisEdge());
    graphics.setStroke(new BasicStroke(1.6f));
    if (unknown) {
      Ellipse2D ring = new Ellipse2D.Double(cx - RADIUS, cy - RADIUS, 2 * RADIUS, 2 * RADIUS);
      graphics.setPaint(Palette.PAPER);
      graphics.fill(ring);
      graphics.setPaint(Palette.FAULT);
      graphics.draw(ring);
    } else {
      graphics.setPaint(Palette.FAULT);
      graphics.draw(new Line2D.Double(cx - RADIUS, cy - RADIUS, cx + RADIUS, cy + RADIUS));
      graphics.draw(new Line2D.Double(cx - RADIUS, cy + RADIUS, cx + RADIUS, cy - RADIUS));
    }
  }
}

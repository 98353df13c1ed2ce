package org.halab.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A bar for the time in which nobody could say what a part was: slanting lines, no ground. */
final class Hatching extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double GAP = 6;
  private static final BasicStroke EDGE =
      new BasicStroke(
          1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {3f, 2f}, 0f);

  private final double from;
  private final double to;
  private final double bottom;
  private final double top;

  Hatching(double from, double to, double bottom, double top) {
    this.from = from;
    this.to = to;
    this.bottom = bottom;
    this.top = top;
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
    double left = domain.valueToJava2D(from, area, plot.getDomainAxisEdge());
    double right = domain.valueToJava2D(to, area, plot.getDomainAxisEdge());
    double up = range.valueToJava2D(top, area, plot.getRangeAxisEdge());
    double down = range.valueToJava2D(bottom, area, plot.getRangeAxisEdge());
    Path2D lines = new Path2D.Double();
    double height = down - up;
    for (double x = left - height + GAP; x < right; x += GAP) {
      double begin = Math.max(x, left);
      double end = Math.min(x + height, right);
      if (end > begin) {
        lines.moveTo(begin, down - (begin - x));
        lines.lineTo(end, down - (end - x));
      }
    }
    graphics.setPaint(Palette.THERE);
    graphics.setStroke(new BasicStroke(1.2f));
    graphics.draw(lines);
    graphics.setPaint(Palette.MUTED);
    graphics.setStroke(EDGE);
    graphics.draw(new Rectangle2D.Double(left, up, right - left, height));
  }
}

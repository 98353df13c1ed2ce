package org.halab.report.chart;

import java.awt.BasicStroke;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** The quiet look that all axes and plots share. */
final class Axes {
  private Axes() {}

  static void plain(ValueAxis axis) {
    axis.setLabelFont(TimelineChart.FONT);
    axis.setTickLabelFont(TimelineChart.FONT);
    axis.setLabelPaint(Palette.MUTED);
    axis.setTickLabelPaint(Palette.INK);
    axis.setAxisLinePaint(Palette.GRID);
    axis.setTickMarkPaint(Palette.GRID);
  }

  static void plain(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(new BasicStroke(0.8f));
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(new BasicStroke(0.8f));
  }
}

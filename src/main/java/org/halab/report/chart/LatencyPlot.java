package org.halab.report.chart;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;
import org.halab.report.model.Experiment;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

/** Each operation as a point, at the moment of its answer: how long the client waited for it. */
final class LatencyPlot {
  /** In seconds. What is quicker stands on the lower edge. */
  static final double LEAST = 0.001;

  /** Above the slowest there is room for what the lines across the chart are called. */
  private static final double ROOM = 8;

  private final Experiment experiment;
  private final ChartTexts texts;

  LatencyPlot(Experiment experiment, ChartTexts texts) {
    this.experiment = experiment;
    this.texts = texts;
  }

  XYPlot plot() {
    NumberAxis latency = new NumberAxis(texts.latency());
    latency.setRange(height(LEAST * 0.8), height(Math.max(10, slowest() * ROOM)));
    latency.setTickUnit(new NumberTickUnit(1));
    latency.setNumberFormatOverride(new Powers());
    Axes.plain(latency);
    XYPlot plot = new XYPlot(new XYSeriesCollection(), null, latency, new XYLineAndShapeRenderer());
    Axes.plain(plot);
    plot.setRangeGridlineStroke(new BasicStroke(0.5f));
    plot.addAnnotation(new LatencyMarks(experiment));
    return plot;
  }

  /** Where it stands on the axis: each step up is ten times as long. */
  static double height(double seconds) {
    return Math.log10(Math.max(LEAST * 0.8, seconds));
  }

  private double slowest() {
    return experiment.operations().stream()
        .mapToDouble(one -> experiment.offset(one.end()) - experiment.offset(one.start()))
        .max()
        .orElse(LEAST);
  }

  /** A height on the axis as the seconds that it stands for. */
  private static final class Powers extends DecimalFormat {
    private static final long serialVersionUID = 1L;

    Powers() {
      super("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    @Override
    public StringBuffer format(double height, StringBuffer text, FieldPosition position) {
      return super.format(Math.pow(10, height), text, position);
    }
  }
}

package org.halab.report.chart;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiment.Operation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Acknowledged writes for each 100 ms, by the moment of their acknowledgement. */
final class WritesPlot {
  private static final double BIN = 0.1;

  private final Experiment experiment;
  private final ChartTexts texts;

  WritesPlot(Experiment experiment, ChartTexts texts) {
    this.experiment = experiment;
    this.texts = texts;
  }

  XYPlot plot() {
    XYStepAreaRenderer renderer = new XYStepAreaRenderer();
    renderer.setSeriesPaint(0, Palette.WORKS);
    NumberAxis count = new NumberAxis(texts.writes());
    count.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    count.setUpperMargin(0.6);
    Axes.plain(count);
    XYPlot plot = new XYPlot(new XYSeriesCollection(series()), null, count, renderer);
    Axes.plain(plot);
    return plot;
  }

  private XYSeries series() {
    Map<Long, Long> counts =
        experiment.operations().stream()
            .filter(one -> one.kind().equals("WRITE") && one.acknowledged())
            .collect(Collectors.groupingBy(this::bin, TreeMap::new, Collectors.counting()));
    XYSeries series = new XYSeries("", true, false);
    long last = (long) Math.floor(experiment.end() / BIN);
    for (long bin = (long) Math.floor(experiment.begin() / BIN); bin <= last; bin++) {
      series.add(bin * BIN, counts.getOrDefault(bin, 0L));
    }
    return series;
  }

  private long bin(Operation one) {
    return (long) Math.floor(experiment.offset(one.end()) / BIN);
  }
}

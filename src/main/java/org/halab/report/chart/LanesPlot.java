package org.halab.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiment.Phase;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** The rows below the latencies. Row 0 is the lowest. */
final class LanesPlot {
  private static final double HALF = 0.34;
  private static final double LETTER_WIDTH = 6.0;

  private final Experiment experiment;
  private final ChartTexts texts;
  private final double from;
  private final double to;
  private final List<String> names = new ArrayList<>();
  private final List<Lanes.Row> lanes;
  private final XYPlot plot;

  LanesPlot(Experiment experiment, ChartTexts texts, double from, double to) {
    this.experiment = experiment;
    this.texts = texts;
    this.from = from;
    this.to = to;
    this.lanes = Lanes.of(experiment, texts);
    names.add(texts.phases());
    lanes.forEach(lane -> names.add(0, lane.name()));
    SymbolAxis axis = new SymbolAxis("", names.toArray(String[]::new));
    axis.setGridBandsVisible(false);
    axis.setRange(-0.6, names.size() - 0.4);
    Axes.plain(axis);
    plot = new XYPlot(new XYSeriesCollection(), null, axis, new XYLineAndShapeRenderer());
    Axes.plain(plot);
    plot.setRangeGridlinesVisible(false);
  }

  int rows() {
    return names.size();
  }

  XYPlot plot() {
    phases(names.size() - 1);
    for (int i = 0; i < lanes.size(); i++) {
      int row = lanes.size() - 1 - i;
      lanes.get(i).bars().forEach(bar -> bar(row, bar));
    }
    return plot;
  }

  private void bar(int row, Lanes.Bar bar) {
    double begin = Math.max(bar.from(), from);
    double end = Math.min(bar.to(), to);
    if (end <= begin) {
      return;
    }
    if (bar.unseen()) {
      plot.addAnnotation(new Hatching(begin, end, row - HALF, row + HALF));
    } else {
      box(row, begin, end, bar.fill(), bar.fill() == null ? Palette.MUTED : bar.fill());
    }
    label(row, begin, end, texts.state(bar.word()), bar.ink(), bar.unseen() ? Palette.PAPER : null);
  }

  /** Phases have letters; the table under the chart has their names. */
  private void phases(int row) {
    char letter = 'a';
    for (Phase phase : experiment.phases()) {
      double begin = experiment.offset(phase.from());
      double end = experiment.offset(phase.to());
      box(row, begin, end, null, Palette.INK);
      String length = letter + "  " + texts.seconds(phase.seconds());
      boolean room = fits(length, begin, end);
      label(row, begin, end, room ? length : String.valueOf(letter), Palette.INK, null);
      letter++;
    }
  }

  private void box(int row, double begin, double end, Color fill, Color edge) {
    plot.addAnnotation(
        new XYBoxAnnotation(begin, row - HALF, end, row + HALF, new BasicStroke(1f), edge, fill));
  }

  private void label(int row, double begin, double end, String word, Color ink, Color ground) {
    if (!fits(word, begin, end)) {
      return;
    }
    XYTextAnnotation label = new XYTextAnnotation(word, (begin + end) / 2, row);
    label.setFont(TimelineChart.FONT);
    label.setPaint(ink);
    label.setBackgroundPaint(ground);
    label.setTextAnchor(TextAnchor.CENTER);
    plot.addAnnotation(label);
  }

  private boolean fits(String word, double begin, double end) {
    double room = (end - begin) / (to - from) * (TimelineChart.WIDTH - 150);
    return room > word.length() * LETTER_WIDTH + 2;
  }
}

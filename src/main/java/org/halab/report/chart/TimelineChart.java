package org.halab.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.halab.report.model.Experiment;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * The timeline of one fault: each operation by how long it took; below them the phases, and what
 * each part was; the fault, the healing, the bound, and as a seam each handover of the leader lock,
 * as lines across all.
 */
public final class TimelineChart {
  static final Font FONT = Fonts.regular(11f);
  static final int WIDTH = 860;
  private static final int LATENCY_HEIGHT = 150;
  private static final int ROW_HEIGHT = 23;
  private static final int AXIS_HEIGHT = 58;
  private static final Color NOTHING = new Color(0, 0, 0, 0);
  private static final double BEFORE_FAULT = -4;

  private final Experiment experiment;
  private final ChartTexts texts;
  private final String name;

  /**
   * @param name of the drawing; sets its inner ids apart from those of others in one page
   */
  public TimelineChart(Experiment experiment, ChartTexts texts, String name) {
    this.name = name;
    this.experiment = experiment;
    this.texts = texts;
  }

  /** An SVG document that stands for itself: dark on white. */
  public String svg() {
    LanesPlot lanes = new LanesPlot(experiment, texts, from(), to());
    CombinedDomainXYPlot all = new CombinedDomainXYPlot(time());
    all.setGap(6);
    int lanesHeight = lanes.rows() * ROW_HEIGHT;
    all.add(new LatencyPlot(experiment, texts).plot(), LATENCY_HEIGHT);
    all.add(lanes.plot(), lanesHeight);
    all.setBackgroundPaint(null);
    List<?> plots = all.getSubplots();
    seams()
        .forEach(
            seam -> plots.forEach(plot -> ((XYPlot) plot).addDomainMarker(seam, Layer.FOREGROUND)));
    markers().forEach(marker -> ((XYPlot) plots.get(0)).addDomainMarker(marker, Layer.FOREGROUND));
    markers().stream()
        .peek(marker -> marker.setLabel(null))
        .forEach(marker -> ((XYPlot) plots.get(1)).addDomainMarker(marker, Layer.FOREGROUND));
    JFreeChart chart = new JFreeChart(null, FONT, all, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(4, 0, 0, 6));
    int height = LATENCY_HEIGHT + lanesHeight + AXIS_HEIGHT;
    return Svg.draw(chart, WIDTH, height, name, texts.described(experiment));
  }

  /** The same with the colours of the page it stands in. */
  public String themedSvg() {
    return Palette.themed(svg());
  }

  private NumberAxis time() {
    NumberAxis axis = new NumberAxis(texts.seconds());
    axis.setRange(from(), to());
    double range = to() - from();
    axis.setTickUnit(new NumberTickUnit(range > 90 ? 20 : range > 45 ? 10 : range > 20 ? 5 : 2));
    axis.setNumberFormatOverride(new java.text.DecimalFormat("0"));
    Axes.plain(axis);
    return axis;
  }

  /** Each label stands lower than the one before: two lines may be close together. */
  private List<ValueMarker> markers() {
    List<ValueMarker> markers = new ArrayList<>();
    markers.add(marker(0, Palette.FAULT, new BasicStroke(1.8f)));
    label(markers, texts.fault());
    experiment
        .healed()
        .ifPresent(
            healed -> {
              markers.add(marker(healed, Palette.HEAL, dashes(6, 3)));
              label(markers, texts.healed());
            });
    experiment.boundAt().ifPresent(at -> bound(markers, at));
    return markers;
  }

  /** Two lines side by side: one that is broad, and the paper on it. */
  private List<ValueMarker> seams() {
    return Lanes.handovers(experiment).stream()
        .filter(at -> at > from() && at < to())
        .flatMap(
            at ->
                Stream.of(
                    marker(at, Palette.INK, new BasicStroke(3.6f)),
                    marker(at, Palette.PAPER, new BasicStroke(1.6f))))
        .toList();
  }

  /** A bound that is too far off for the chart is told at its edge. */
  private void bound(List<ValueMarker> markers, double at) {
    boolean inSight = at <= to();
    Color line = inSight ? Palette.INK : NOTHING;
    markers.add(marker(Math.min(at, to()), line, dashes(1.5f, 3)));
    label(markers, inSight ? texts.bound() : texts.boundFarOff(Math.round(at)));
    markers.get(markers.size() - 1).setLabelPaint(Palette.INK);
  }

  private static ValueMarker marker(double at, Color color, BasicStroke stroke) {
    ValueMarker marker = new ValueMarker(at, color, stroke);
    marker.setAlpha(1f);
    return marker;
  }

  private void label(List<ValueMarker> markers, String words) {
    ValueMarker marker = markers.get(markers.size() - 1);
    boolean rightEdge = (to() - marker.getValue()) / (to() - from()) < 0.1;
    marker.setLabel(words);
    marker.setLabelFont(Fonts.bold(11f));
    marker.setLabelPaint(marker.getPaint());
    marker.setLabelBackgroundColor(NOTHING);
    marker.setLabelAnchor(rightEdge ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(rightEdge ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    marker.setLabelOffset(new RectangleInsets(1 + 13 * (markers.size() - 1), 4, 0, 4));
  }

  private static BasicStroke dashes(float on, float off) {
    return new BasicStroke(
        1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {on, off}, 0f);
  }

  private double from() {
    return Math.max(BEFORE_FAULT, experiment.begin());
  }

  /** The bound stays in sight where it is not far off. */
  private double to() {
    double end = experiment.end();
    double bound = experiment.boundAt().orElse(0.0);
    return bound > end && bound < 1.6 * end ? bound * 1.06 : end;
  }
}

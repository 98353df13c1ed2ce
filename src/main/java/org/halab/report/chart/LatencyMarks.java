package org.halab.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.Set;
import org.halab.report.model.Experiment;
import org.halab.report.model.Experiment.Operation;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * The operations of an experiment as marks, by their outcome in shape and colour: a dot was
 * acknowledged, a cross refused, a ring is unknown; a write is larger than a read. The line before
 * a mark is how long the client waited.
 */
final class LatencyMarks extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final String[] OUTCOMES = {"ACKNOWLEDGED", "UNKNOWN", "REJECTED"};

  /** Shorter lines are hidden by their mark; in points. */
  private static final double SHORTEST_LINE = 6;

  private final transient Experiment experiment;

  LatencyMarks(Experiment experiment) {
    this.experiment = experiment;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis time,
      ValueAxis latency,
      int index,
      PlotRenderingInfo info) {
    for (String outcome : OUTCOMES) {
      for (boolean write : new boolean[] {false, true}) {
        Path2D marks = new Path2D.Double();
        Path2D lines = new Path2D.Double();
        Set<Long> places = new HashSet<>();
        for (Operation one : experiment.operations()) {
          double end = experiment.offset(one.end());
          if (one.outcome().equals(outcome)
              && one.kind().equals("WRITE") == write
              && time.getRange().contains(end)) {
            double took = Math.max(LatencyPlot.LEAST, end - experiment.offset(one.start()));
            double x = time.valueToJava2D(end, area, plot.getDomainAxisEdge());
            double y =
                latency.valueToJava2D(LatencyPlot.height(took), area, plot.getRangeAxisEdge());
            // Of marks that would cover each other one stands for all.
            if (places.add(Math.round(x / 2) * 10_000 + Math.round(y / 2))) {
              mark(marks, outcome, x, y, write ? 2.6 : 1.7);
              double from =
                  Math.max(
                      area.getMinX(),
                      time.valueToJava2D(end - took, area, plot.getDomainAxisEdge()));
              if (x - from > SHORTEST_LINE) {
                lines.moveTo(from, y);
                lines.lineTo(x, y);
              }
            }
          }
        }
        draw(graphics, lines, color(outcome), new BasicStroke(0.6f));
        draw(graphics, marks, color(outcome), stroke(outcome, write));
      }
    }
  }

  private static void draw(Graphics2D graphics, Path2D path, Color color, BasicStroke stroke) {
    if (path.getCurrentPoint() != null) {
      graphics.setPaint(color);
      graphics.setStroke(stroke);
      graphics.draw(path);
    }
  }

  /** A dot is a line of no length with round ends: the shortest of all that can be drawn. */
  private static void mark(Path2D path, String outcome, double x, double y, double size) {
    switch (outcome) {
      case "ACKNOWLEDGED" -> {
        path.moveTo(x, y);
        path.lineTo(x + 0.01, y);
      }
      case "REJECTED" -> {
        path.moveTo(x - size, y - size);
        path.lineTo(x + size, y + size);
        path.moveTo(x - size, y + size);
        path.lineTo(x + size, y - size);
      }
      default -> {
        path.moveTo(x - size, y);
        path.curveTo(x - size, y - 1.33 * size, x + size, y - 1.33 * size, x + size, y);
        path.curveTo(x + size, y + 1.33 * size, x - size, y + 1.33 * size, x - size, y);
      }
    }
  }

  private static BasicStroke stroke(String outcome, boolean write) {
    return outcome.equals("ACKNOWLEDGED")
        ? new BasicStroke(write ? 3f : 2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(write ? 1.4f : 1f);
  }

  private static Color color(String outcome) {
    return switch (outcome) {
      case "ACKNOWLEDGED" -> Palette.WORKS;
      case "REJECTED" -> Palette.FAULT;
      default -> Palette.UNKNOWN;
    };
  }
}
